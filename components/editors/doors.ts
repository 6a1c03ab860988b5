import type { Act, Refusal } from "@/lib/story/acts"
import type { Impact } from "@/lib/story/impact"
import type { Status, Story, StoryText } from "@/lib/story/story"

/** What the story screen can ask of the server; the page brings these, so that the screen knows no server. */
export type Doors = {
  /** `as`: whose screen it is */
  save: (asked: {
    as: string
    id: string
    revision: number
    changes: Partial<StoryText>
  }) => Promise<{ saved: Story } | { stale: Story } | Refusal | Problem>
  perform: (asked: ActAsked) => Promise<{ done: Story } | { stale: Story } | Refusal | Problem>
  look: (asked: { id: string; revision: number }) => Promise<{ newer: Story | null } | Problem>
  impact: (asked: { id: string }) => Promise<{ impact: Impact | null } | Problem>
  search: (asked: { q: string; except: string }) => Promise<{ found: StoryFound[] } | Problem>
  addLink: (asked: {
    url: string
    headline: string
    source: string
  }) => Promise<{ link: { id: string; url: string; headline: string; source: string } } | Refusal | Problem>
}

export type ActAsked = {
  as: string
  id: string
  revision: number
  act: Act
  note: string
  at: string | null
  clarifies: boolean
}

export type Problem = { problem: { kind: string; sentence: string; fields?: Record<string, string> } }

export type StoryFound = { id: string; headline: string; section: string; status: Status; live: boolean }

/** An item of "Related news" with its words. */
export type RelatedLine = { reason?: string } & (
  | { story: string; headline: string; status: Status; live: boolean }
  | { link: string; url: string; headline: string; source: string }
)

export type HistoryLine = {
  position: number
  act: string
  actor: { name: string } | null
  note: string
  version: number | null
  at: Date
}

/** Why something was not done, in a sentence. */
export const sentenceOf = (answer: Refusal | Problem) =>
  "problem" in answer ? answer.problem.sentence : answer.refused
