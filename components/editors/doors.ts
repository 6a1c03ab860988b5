import type { Act, Refusal } from "@/lib/story/acts"
import type { Conflict } from "@/lib/story/aside"
import type { Impact } from "@/lib/story/impact"
import type { Change, Status, Story, StoryText } from "@/lib/story/story"
import type { Proposal } from "@/lib/versions/proposal"

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
  setAside: (asked: {
    by: string
    id: string
    revision: number
  }) => Promise<{ done: Story } | { stale: Story } | Refusal | Problem>
  /** with a text: what was chosen where both sides changed the same */
  bringBack: (asked: {
    by: string
    id: string
    revision: number
    text: StoryText | null
  }) => Promise<{ done: Story } | { stale: Story } | { conflict: Conflict } | Refusal | Problem>
  /** what its unpublished changes seem to be */
  propose: (asked: { id: string }) => Promise<{ proposal: Proposal | null; move: string[] | null } | Problem>
  search: (asked: { q: string; except: string }) => Promise<{ found: StoryFound[] } | Problem>
  addLink: (asked: {
    url: string
    headline: string
    source: string
  }) => Promise<{ link: { id: string; url: string; headline: string; source: string } } | Refusal | Problem>
}

export type ActAsked = {
  /** whose screen it is */
  by: string
  id: string
  revision: number
  act: Act
  note: string
  at: string | null
  clarifies: boolean
  /** of a scheduled change: what it will be */
  as: Change
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
  due: Date | null
  at: Date
}

/** Why something was not done, in a sentence. */
export const sentenceOf = (answer: Refusal | Problem) =>
  "problem" in answer ? answer.problem.sentence : answer.refused
