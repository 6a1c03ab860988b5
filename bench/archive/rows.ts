import { createHash } from "node:crypto"
import { readBody } from "@/lib/blocks/stored"
import { tagsOfChange } from "@/lib/record/tags"
import { entryOf } from "@/lib/search/entry"
import type { Byline } from "@/lib/story/story"
import { chance, tell, WRITERS } from "./tell"

/** The rows that acts would have left of one story: filed, published, and one in twenty updated or corrected since. */
export type Rows = ReturnType<typeof rowsOf>

export type Plan = { seed: number; count: number; from: Date; until: Date; editorId: string }

/** An id that is the same for the same seed, kind and number, and sorts by number. */
export const idOf = (seed: number, kind: number, number: number) => {
  const hex = (value: number, length: number) => value.toString(16).padStart(length, "0")
  return `${hex(0x5eed, 4)}${hex(seed & 0xffff, 4)}-${hex(kind, 4)}-7000-8000-${hex(number, 12)}`
}

export const KIND = { story: 1, version: 2, second: 3, writer: 4 } as const

const MINUTE = 60_000

export function rowsOf(index: number, plan: Plan) {
  const { seed, count, from, until } = plan
  const told = tell(index, seed)
  const { draw, again } = fateOf(index, seed)
  const id = idOf(seed, KIND.story, index)
  const share = (index + draw()) / count
  const publishedAt = new Date(Math.floor(from.getTime() + share * (until.getTime() - from.getTime())))
  const writer = told.writer === "Belga" ? null : told.writer
  const by = idOf(seed, KIND.writer, writer ?? 0)
  const byline: Byline = writer === null ? [{ name: "Belga" }] : [{ personId: by, name: WRITERS[writer] ?? "" }]
  const slug = `${slugOf(told.headline)}-${seed}-${index}`
  const { writer: _, ...words } = told
  const text = { ...words, slug, byline, related: [] }
  const changedAt = again ? new Date(publishedAt.getTime() + 90 * MINUTE) : publishedAt
  const made = (number: number, kind: string, madeAt: Date, versionId: string) => ({
    ...{ id: versionId, storyId: id, number, kind, publishedAt, madeAt, madeById: plan.editorId },
    note: kind === "correct" ? "An earlier version gave another number." : "",
    updatedAt: number === 1 ? null : madeAt,
    ...(number === 1 && again && { standfirst: `${text.standfirst} More to come.` }),
  })
  const first = idOf(seed, KIND.version, index)
  const live = again ? idOf(seed, KIND.second, index) : first
  const versions = [made(1, "publish", publishedAt, first), ...(again ? [made(2, again, changedAt, live)] : [])]
  const tags = tagsOfChange(id, [text])
  const revision = again ? 5 : 3
  const event = (act: string, at: Date, rest: object) => ({ storyId: id, act, at, note: "", tags: [], ...rest })
  const standing = { fromStatus: "published", toStatus: "published", actorId: plan.editorId, tags }
  return {
    text,
    story: {
      ...{
        id,
        revision,
        liveRevision: revision,
        liveId: live,
        firstPublishedAt: publishedAt,
        createdById: by,
        changedAt,
      },
      createdAt: new Date(publishedAt.getTime() - 180 * MINUTE),
    },
    versions,
    address: { since: publishedAt, storyId: id },
    events: [
      event("file", new Date(publishedAt.getTime() - 60 * MINUTE), {
        ...{ actorId: by, fromStatus: "draft", toStatus: "filed", revision: 2, versionId: null },
      }),
      event("publish", publishedAt, { ...standing, fromStatus: "filed", revision: 3, versionId: first }),
      ...(again ? [event(again, changedAt, { ...standing, revision, versionId: live, note: versions[1]?.note })] : []),
    ],
    entry: {
      storyId: id,
      versionId: live,
      publishedAt,
      ...entryOf({ ...text, body: readBody(text.body), publishedAt }),
    },
  }
}

/** Was it changed after it was published? */
export function fateOf(index: number, seed: number) {
  const draw = chance(seed + index)
  const again = draw() < 0.05 ? (draw() < 0.3 ? "correct" : "update") : null
  return { draw, again }
}

/** Plain and quick: the number behind it makes it the story's own. */
const slugOf = (headline: string) =>
  headline
    .toLowerCase()
    .normalize("NFD")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 80)
    .replace(/-$/, "")

/** The digest of what an archive says, to see that the same seed says the same. */
export const digestOf = (rows: readonly Rows[]) => createHash("sha256").update(JSON.stringify(rows)).digest("hex")
