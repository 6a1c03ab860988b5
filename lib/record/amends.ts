/** What a newsroom told its readers about its own words: that they were wrong, or why they are gone. */
export type Amend = {
  position: number
  act: "correct" | "withdraw" | "remove"
  at: Date
  /** null: the clock */
  by: string | null
  note: string
  /** of a correction: nothing was wrong, it could only be misunderstood */
  clarifies: boolean
  version: number | null
  story: { id: string; headline: string; language: string; live: boolean }
}
