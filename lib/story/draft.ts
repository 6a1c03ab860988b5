import { z } from "zod"
import { anyBlock, type Block } from "../blocks/blocks"
import { isSame } from "./same"
import { type Story, type StoryText, storyText } from "./story"

/** What changed of a body, small: the blocks that are new or others by now, and the ids of all in their order where that is another. */
export const bodyChanges = z.strictObject({
  put: z.array(anyBlock).max(5_000),
  order: z.array(z.string().max(64)).max(5_000).optional(),
})
export type BodyChanges = z.infer<typeof bodyChanges>

/** A save as the newsroom's editor asks for it. `as`: whose screen it is; the revision is that which the changes were made from. */
export const draftChanges = z.strictObject({
  as: z.uuid().optional(),
  revision: z.int().positive(),
  fields: storyText.partial().omit({ body: true }),
  body: bodyChanges.optional(),
})

/** What has to be said to make one body of another; both have every id once. */
export function bodyChangesBetween(before: readonly Block[], after: readonly Block[]): BodyChanges {
  const had = new Map(before.map((block) => [block.id, block]))
  const put = after.filter((block) => !isSame(had.get(block.id), block))
  const [was, is] = [before.map(({ id }) => id), after.map(({ id }) => id)]
  return { put, ...(!isSame(was, is) && { order: is }) }
}

/** The body with these changes; null: they name a block that neither has. */
export function bodyWith(before: readonly Block[], { put, order }: BodyChanges): Block[] | null {
  const blocks = new Map([...before, ...put].map((block) => [block.id, block]))
  const body = (order ?? before.map(({ id }) => id)).map((id) => blocks.get(id))
  const known = new Set(order ?? before.map(({ id }) => id))
  return body.includes(undefined) || put.some(({ id }) => !known.has(id)) ? null : body.filter((block) => !!block)
}

/** A story without its body: what the answer to a save tells, for the body is what was sent. */
export type SavedStory = Omit<Story, "text"> & { text: Omit<StoryText, "body"> }

export function savedStory({ text: { body: _, ...text }, ...story }: Story): SavedStory {
  return { ...story, text }
}

const MOMENTS = [
  ...(["firstPublishedAt", "publishAt", "embargoUntil", "withdrawAt", "withdrawnAt", "removedAt"] as const),
  ...(["createdAt", "changedAt"] as const),
] satisfies (keyof Story)[]

/** A story that came as JSON, with its moments. */
export function fromJson<S extends SavedStory | Story>(story: S): S {
  const moments = MOMENTS.map((name) => [name, story[name] && new Date(story[name])])
  return { ...story, ...Object.fromEntries(moments) }
}
