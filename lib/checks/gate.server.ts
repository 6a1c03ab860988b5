import "server-only"
import type { Transaction } from "../db.server"
import type { Actor } from "../people/people"
import { type Act, PUTS_OUT, type Refusal } from "../story/acts"
import type { Story } from "../story/story"
import { findKnown } from "./known.server"
import { rulesNamed, whatStops } from "./stops"

/** What stops the clock too: what was let through when it was arranged goes out, but never with a hole in it. */
const EVEN_THE_CLOCK = ["placeholder"]

/** What a check of the story's section finds that must not come before readers; null: nothing. */
export async function stoppedByChecks(
  tx: Pick<Transaction, "section">,
  actor: Actor,
  act: Act,
  { text }: Story,
): Promise<Refusal | null> {
  if (!PUTS_OUT.includes(act)) return null
  const section = await tx.section.findUnique({ where: { slug: text.section }, select: { blocking: true } })
  const named = section?.blocking ?? []
  const rules = rulesNamed(actor.role === "clock" ? named.filter((rule) => EVEN_THE_CLOCK.includes(rule)) : named)
  const refused = rules.length ? whatStops(text, await findKnown(text, rules), rules) : null
  return refused === null ? null : { refused, because: "not ready" }
}
