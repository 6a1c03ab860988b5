import "server-only"
import { z } from "zod"
import { isolated } from "../direction"
import { can } from "../people/can"
import type { Person } from "../people/people"
import type { Refusal } from "../story/acts"
import { findStory } from "../story/find.server"
import { mayNotWrite, NO_STORY } from "../story/save.server"
import type { RelatedItem } from "../story/story"
import { findSuggestions } from "./hidden.server"
import { keepList } from "./keep-list.server"
import { putIn } from "./lists"

/** `orphans`: the story is put into the list of `with`. `dead-ends`: what the paper suggests is put into the story's own list. */
export const repairAsked = z.discriminatedUnion("gap", [
  z.strictObject({ gap: z.literal("orphans"), story: z.uuid(), with: z.uuid() }),
  z.strictObject({ gap: z.literal("dead-ends"), story: z.uuid() }),
])

/** So many suggestions become an editor's own. */
const TAKEN = 3

/** Mends a gap by one change of one story's list, which readers have at once where nothing else waits there, and which can be undone. */
export async function repair(actor: Person, asked: z.infer<typeof repairAsked>): Promise<{ done: string } | Refusal> {
  const changed = asked.gap === "orphans" ? asked.with : asked.story
  const target = await findStory(changed)
  if (!target || !(await findStory(asked.story))) return NO_STORY
  if (!can(actor, "write", target)) return mayNotWrite(target)
  const items = await wanted(asked)
  const name = `“${isolated(target.text.headline || "A story without a headline")}”`
  const made = putIn(changed, target.text.related, items, "last")
  if ("same" in made) return { done: `${name} leads there already.` }
  if ("refused" in made) return { refused: made.refused, because: "not ready" }
  const wish = { id: changed, revision: target.revision, after: made.after }
  const kept = await keepList(actor, wish, { what: "set", batch: null })
  if ("stale" in kept) return { refused: `Somebody is writing in ${name} just now. Try again.`, because: "not ready" }
  return "refused" in kept ? kept : { done: `${name} is mended. ${kept.readers}` }
}

/** Without a reason: what both have in common is told as long as it is so. */
async function wanted(asked: z.infer<typeof repairAsked>): Promise<RelatedItem[]> {
  if (asked.gap === "orphans") return [{ story: asked.story }]
  const story = await findStory(asked.story)
  const { items } = story ? await findSuggestions(story, new Date()) : { items: [] }
  return items.slice(0, TAKEN).map(({ story }) => ({ story }))
}
