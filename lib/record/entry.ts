import { TAKE_AWAY } from "../story/taking-away"
import { canonical } from "./canonical"

/** The form of the record's documents, and of its heads. A change of their shape is another form. */
export const FORM = "standfirst-record-1"

/** The words of a version as the record knows them, field by field; of the body each block by itself. */
export const TEXTS = [
  ...(["headline", "standfirst", "kicker", "dateline", "language", "section", "slug"] as const),
  ...(["byline", "topics", "related"] as const),
]

export type VersionFacts = { [Text in (typeof TEXTS)[number]]: unknown } & {
  number: number
  kind: string
  note: string
  clarifies: boolean
  publishedAt: Date
  madeAt: Date
  updatedAt: Date | null
  body: unknown
}

/** One line of the log, and the version that it made, if any. */
export type Facts = {
  position: number
  /** null: something of the paper itself changed */
  storyId: string | null
  act: string
  at: Date
  /** null: the clock, or whoever holds the machine */
  actorId: string | null
  note: string
  fromStatus: string
  toStatus: string
  revision: number
  due: Date | null
  tags: readonly string[]
  version: VersionFacts | null
}

/**
 * What stands for a value in the record: the SHA-256 of a salt for its path and of its canonical JSON, in hexadecimal. It tells nothing
 * to who has neither; who has both finds that it fits, and fits nothing else.
 */
export type Commit = (path: string, value: unknown) => string

/**
 * The document of an event, in canonical JSON (RFC 8785), so that its bytes are fixed. Of what readers could see it tells act, story, time and
 * version, with commitments in place of words and names; of everything else no more than that there was something.
 */
export function documentOf(facts: Facts, commit: Commit): string {
  const { position, storyId: story, act, at, note, version, ...rest } = facts
  const whole = { ...rest, due: rest.due?.toISOString() ?? null }
  if (!isPublicAct(facts))
    return canonical({
      ...{ form: FORM, position },
      within: commit("within", { ...whole, story, act, at: at.toISOString(), note }),
    })
  return canonical({
    ...{ form: FORM, position, story, act, at: at.toISOString() },
    ...{ note: commit("note", note), within: commit("within", whole) },
    version: version && versionOf(version, commit),
  })
}

const versionOf = (version: VersionFacts, commit: Commit) => {
  const { number, kind, note, clarifies, publishedAt, madeAt, updatedAt, body } = version
  return {
    ...{ number, kind, clarifies, publishedAt: publishedAt.toISOString(), madeAt: madeAt.toISOString() },
    ...{ updatedAt: updatedAt?.toISOString() ?? null, note: commit("version note", note) },
    texts: Object.fromEntries(TEXTS.map((text) => [text, commit(text, version[text])])),
    body: blocksOf(body).map((block, index) => commit(`body.${index}`, block)),
  }
}

export const blocksOf = (body: unknown): unknown[] => (Array.isArray(body) ? body : [])

/** How far the record had come at a moment, and the hash that all of it comes to. */
export type Head = {
  size: number
  root: string
  /** the size of the head before it, 0 for the first: so that none can be taken out between two */
  before: number
  at: Date
  key: string
}

/** The bytes of a head that are signed. */
export const headText = ({ size, root, before, at, key }: Head) =>
  canonical({ form: FORM, size, root, before, at: at.toISOString(), key })

/** A key, and the one that it follows. */
export type Handover = { id: string; publicKey: string; since: Date; after: string }

/** The bytes that both keys sign when one follows the other. */
export const handoverText = ({ id, publicKey, since, after }: Handover) =>
  canonical({ form: FORM, key: id, publicKey, since: since.toISOString(), after })

/** Could readers see anything of this event? */
const isPublicAct = ({ storyId, act, version }: Facts) =>
  storyId !== null && (version !== null || TAKE_AWAY.includes(act))
