import "server-only"
import { isolated } from "../direction"
import { can } from "../people/can"
import type { Person } from "../people/people"
import type { Refusal } from "../story/acts"
import { findStory } from "../story/find.server"
import { mayNotWrite, NO_STORY } from "../story/save.server"
import { keepList } from "./keep-list.server"
import { putIn } from "./lists"

/**
 * Puts a story into the list of another one that it leads to. Whoever may write in the other story may do it; readers have it at once where
 * nothing else waits there.
 *
 * @param id the story that is put in
 * @param other the story whose list it is
 */
export async function andBack(actor: Person, id: string, other: string): Promise<{ done: string } | Refusal> {
  const [story, target] = [await findStory(id), await findStory(other)]
  if (!story || !target) return NO_STORY
  if (!can(actor, "write", target)) return mayNotWrite(target)
  const name = `“${isolated(target.text.headline || "A story without a headline")}”`
  const made = putIn(other, target.text.related, [{ story: id }], "last")
  if ("same" in made) return { done: `${name} leads back already.` }
  if ("refused" in made) return { refused: made.refused, because: "not ready" }
  const wish = { id: other, revision: target.revision, after: made.after }
  const kept = await keepList(actor, wish, { what: "back", batch: null })
  if ("stale" in kept) return { refused: `Somebody is writing in ${name} just now. Try again.`, because: "not ready" }
  return "refused" in kept ? kept : { done: `${name} leads back now. ${kept.readers}` }
}
