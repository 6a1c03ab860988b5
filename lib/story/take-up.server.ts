import "server-only"
import { z } from "zod"
import type { Person } from "../people/people"
import type { Refusal } from "./acts"
import { findEarlierTexts } from "./earlier.server"
import { NO_STORY, type Saving, saveDraft } from "./save.server"

/**
 * Makes an earlier text the draft, as a save like any other: what was there is a checkpoint, so that this can be undone in the same way.
 * The address stays as it is.
 */
export async function takeUp(actor: Person, id: string, revision: number, name: string): Promise<Saving> {
  if (!z.uuid().safeParse(id).success) return NO_STORY
  const earlier = (await findEarlierTexts(id, [name])).get(name)
  if (!earlier) return NO_SUCH_TEXT
  const { slug: _, ...text } = earlier
  return saveDraft(actor, id, revision, text, { apart: name })
}

const NO_SUCH_TEXT: Refusal = { refused: "The story has no such text.", because: "not found" }
