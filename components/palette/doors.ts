/** What the palette can ask for, wherever it is opened; the layout brings these, so that it knows no server. */
export type PaletteDoors = {
  /** whose desk it is */
  personId: string
  rooms: readonly { name: string; address: string }[]
  /** starts a story, and leads there */
  start: () => Promise<{ problem: string }>
  leave: () => Promise<void>
}
