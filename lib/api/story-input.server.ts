import "server-only"
import { randomUUID } from "node:crypto"
import { z } from "zod"
import type { Person } from "../people/people"
import { relatedInput, type Settled, settleRelated } from "../related/settle.server"
import type { Refusal } from "../story/acts"
import { byline, type StoryText, storyText } from "../story/story"
import { text } from "../text"

const hasNoId = z.object({ id: z.undefined().optional() })

/** A body whose blocks may come without ids: they get theirs here, and keep them. Those within a fact box too. */
const bodyInput = z.preprocess(withIds, storyText.shape.body)

const hasBody = z.looseObject({ body: z.array(z.unknown()) })

function withIds(blocks: unknown): unknown {
  if (!Array.isArray(blocks)) return blocks
  return blocks.map((block) => {
    const box = hasBody.safeParse(block)
    const whole = box.success ? { ...box.data, body: withIds(box.data.body) } : block
    return hasNoId.safeParse(whole).success ? { ...whole, id: randomUUID() } : whole
  })
}

/** Names as parts, or as free text. */
const bylineInput = z.union(
  [
    byline,
    text(200)
      .trim()
      .transform((name) => (name ? [{ name }] : [])),
  ],
  { error: "A byline is text, or a list of { personId?, name }." },
)

const fields = {
  ...storyText.partial().shape,
  byline: bylineInput.optional(),
  body: bodyInput.optional(),
  related: relatedInput.optional(),
}

export const newStory = z.strictObject({
  ...fields,
  headline: storyText.shape.headline,
  section: storyText.shape.section,
})

export const storyChanges = z.strictObject({ ...fields, revision: z.int().optional() })

type Input = z.infer<typeof storyChanges>

type Given = { text: Partial<StoryText>; notes: Settled["notes"] }

/** What a program sent as a story keeps it, and the notes for the desk on its related news. `of`: the story, if it is there already. */
export async function textOfInput(actor: Person, input: Input, of?: string): Promise<Given | Refusal> {
  const { revision: _, related, ...text } = input
  if (!related) return { text, notes: new Map() }
  const settled = await settleRelated(actor, related, { field: "related", of })
  return "refused" in settled ? settled : { text: { ...text, related: settled.related }, notes: settled.notes }
}
