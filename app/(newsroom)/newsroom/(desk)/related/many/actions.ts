"use server"

import { z } from "zod"
import { formAction } from "@/lib/form-action.server"
import { can } from "@/lib/people/can"
import { bulkAsk, part } from "@/lib/related/bulk"
import { fileLine } from "@/lib/related/files"
import { planFile } from "@/lib/related/files.server"
import { findItems } from "@/lib/related/find-item.server"
import { keepLists } from "@/lib/related/keep-list.server"
import { NO_RIGHT, planBulk } from "@/lib/related/plan.server"
import { lineAt } from "@/lib/related/target-at.server"
import { text } from "@/lib/text"

/** What an act on many stories would do; nothing is done. */
export const plan = formAction(bulkAsk, planBulk)

/** Does a part of what was shown. */
export const keep = formAction(part, keepLists)

const lines = z.strictObject({
  lines: z.array(fileLine).max(500),
  whole: z.boolean(),
  spoiled: z.array(z.uuid()).max(500),
})

/** What lines of a file would do; nothing is done. */
export const lookAtFile = formAction(lines, planFile)

export const find = formAction(z.strictObject({ q: text(300) }), async (actor, { q }) => ({
  found: await findItems(actor, q),
}))

const link = z.strictObject({ url: z.string(), headline: z.string(), source: z.string() })

export const writeLink = formAction(link, async (actor, given) =>
  can(actor, "links") ? lineAt(actor, given) : NO_RIGHT,
)
