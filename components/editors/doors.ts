import type { ChoosePackages } from "@/components/packages/in-packages"
import type { OurPicture } from "@/lib/pictures/library"
import type { Manner } from "@/lib/related/manner"
import type { Act, Refusal } from "@/lib/story/acts"
import type { Conflict } from "@/lib/story/aside"
import type { Impact } from "@/lib/story/impact"
import type { Change, Status, Story, StoryText } from "@/lib/story/story"
import type { Proposal } from "@/lib/versions/proposal"
import type { RelatedText } from "@/lib/wire/draft"

/** What the story screen can ask of the server; the page brings these, so that the screen knows no server. */
export type Doors = {
  signIn: (given: { email: string; password: string }) => Promise<{ signedIn: true } | { refused: string } | Problem>
  perform: (asked: ActAsked) => Promise<{ done: Story } | { stale: Story } | Refusal | Problem>
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
  /** what a wire calls related: the lines that something was found for, and that */
  linkRelated: (asked: { related: RelatedText[] }) => Promise<{ lines: number[]; items: RelatedLine[] } | Problem>
  /** pictures of the library by their ids, as a story of this section may use them */
  findPictures: (asked: { ids: string[]; section: string }) => Promise<{ found: OurPicture[] } | Problem>
  choosePackages: ChoosePackages
  /** what an address leads to; `of`: the story whose related news it is for */
  addLink: (asked: PageWords & { of: string }) => Promise<Led | Refusal | Problem>
  /** what a page elsewhere says that it is called, and whose it is */
  readLink: ReadLink
  /** why an item is related, for the desk; with no words the note goes */
  keepNote: (asked: {
    by: string
    id: string
    target: string
    text: string
  }) => Promise<{ note: DeskNote | null } | Refusal | Problem>
  /** puts this story into the list of another one */
  andBack: (asked: { id: string; other: string }) => Promise<{ done: string } | Refusal | Problem>
}

type PageWords = { url: string; headline: string; source: string }

/** What a given address leads to: a page elsewhere, by now one of the paper's links, or a story of the paper. */
type Led = { link: PageWords & { id: string } } | { story: StoryLine }
export type AddLink = (asked: PageWords) => Promise<Led | Refusal | Problem>

export type ReadLink = (asked: {
  url: string
}) => Promise<{ read: { headline: string; source: string } } | Refusal | Problem>

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

/** Why an item is related, for the desk alone, and who wrote that when. */
export type DeskNote = { text: string; by: string; at: Date }

/** Who put an item into "Related news", and when. */
export type Added = { by: string; at: Date }

export type StoryLine = { story: string; headline: string; status: Status; live: boolean }

/** An item of "Related news" with its words. */
export type RelatedLine = Manner &
  (StoryLine | { link: string; url: string; headline: string; source: string; gone?: Gone })

/** The page of a link is gone since then; `off`: so readers do not see the link. */
type Gone = { since: Date; off: boolean }

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
