"use server"
import { refresh } from "next/cache"
import { headers } from "next/headers"
import { z } from "zod"
import { limitsShape } from "@/lib/checks/limits"
import { RULE_NAMES } from "@/lib/checks/rules"
import { formAction } from "@/lib/form-action.server"
import { setGoneDays } from "@/lib/links/gone.server"
import { clientNetwork } from "@/lib/people/client-network.server"
import { password, tokenName } from "@/lib/people/forms"
import { changeOwnPassword } from "@/lib/people/own-password.server"
import { beginSession } from "@/lib/people/sign-in.server"
import { createToken, revokeToken } from "@/lib/people/tokens.server"
import { badInput } from "@/lib/story/bad-input"
import {
  addSection,
  addTopic,
  askApproval,
  askChecks,
  askRelated,
  orderSections,
  removeSection,
  renameSection,
  renameTopic,
} from "@/lib/story/sections.server"
import { slugShape } from "@/lib/story/story"
import { addWebhook, removeWebhook, replay } from "@/lib/webhooks/webhooks.server"

export const passwordAction = formAction(z.object({ present: password, wanted: password }), async (actor, given) => {
  const answer = await changeOwnPassword(actor, given, clientNetwork(await headers()))
  if ("refused" in answer) return answer
  await beginSession(actor.id)
  return { done: "Your password is changed. Every other browser is signed out." }
})

export const tokenAction = formAction(z.object({ name: tokenName }), (actor, { name }) =>
  shown(createToken(actor.id, name).then((token) => ({ token }))),
)

export const revokeAction = formAction(z.object({ id: z.uuid() }), async (actor, { id }) =>
  (await shown(revokeToken(actor.id, id))) ? { done: "The token is ended." } : { refused: "You have no such token." },
)

const name = z.string().max(200)
const named = z.object({ name })
const renamed = z.object({ slug: slugShape, name })
const ordered = z.object({ slugs: z.array(slugShape).max(500) })

export const addSectionAction = formAction(named, (actor, given) => shown(addSection(actor, given)))
export const renameSectionAction = formAction(renamed, (actor, { slug, name }) =>
  shown(renameSection(actor, slug, { name })),
)
export const removeSectionAction = formAction(z.object({ slug: slugShape }), async (actor, { slug }) => {
  const answer = await shown(removeSection(actor, slug))
  return "removed" in answer ? { done: `The section /${slug} is removed.` } : answer
})
const approval = z.object({ slug: slugShape, asked: z.enum(["yes", "no"]) })
export const approvalAction = formAction(approval, (actor, { slug, asked }) =>
  shown(askApproval(actor, slug, asked === "yes")),
)

const most = z.object({ slug: slugShape, most: z.coerce.number() })
export const relatedAction = formAction(most, async (actor, given) => {
  const answer = await shown(askRelated(actor, given.slug, given.most))
  return "section" in answer ? { done: `Related news of ${answer.section.name} is as you chose.` } : answer
})

const limit = z
  .string()
  .trim()
  .regex(/^\d{0,6}$/, "A limit is a whole number, or empty.")
  .transform((written) => (written ? Number(written) : null))
const checks = z.object({ slug: slugShape, headline: limit, standfirst: limit, words: limit }).catchall(z.string())

export const checksAction = formAction(checks, async (actor, { slug, headline, standfirst, words, ...ticked }) => {
  const blocking = RULE_NAMES.filter((rule) => `stop ${rule}` in ticked)
  const limits = limitsShape.safeParse({ headline, standfirst, words })
  if (!limits.success) return badInput(limits.error)
  const answer = await shown(askChecks(actor, slug, { blocking, limits: limits.data }))
  return "section" in answer ? { done: `The checks of ${answer.section.name} are saved.` } : answer
})

export const orderSectionsAction = formAction(ordered, (actor, { slugs }) => shown(orderSections(actor, slugs)))
export const addTopicAction = formAction(named, (actor, given) => shown(addTopic(actor, given)))
export const renameTopicAction = formAction(renamed, (actor, { slug, name }) =>
  shown(renameTopic(actor, slug, { name })),
)

/** The page shows what changed in the same answer. */
async function shown<R>(work: Promise<R>): Promise<R> {
  const answer = await work
  refresh()
  return answer
}

export const addWebhookAction = formAction(z.object({ url: z.string().max(2_000) }), (actor, { url }) =>
  shown(addWebhook(actor, { url })),
)

export const removeWebhookAction = formAction(z.object({ id: z.uuid() }), (actor, { id }) =>
  shown(removeWebhook(actor, id)),
)

const position = z
  .string()
  .trim()
  .regex(/^\d{1,9}$/, "A position is a number of the log.")
  .transform(Number)

export const replayAction = formAction(z.object({ id: z.uuid(), after: position }), async (actor, { id, after }) => {
  const answer = await shown(replay(actor, id, after))
  return "queued" in answer ? { done: `${answer.queued} deliveries are on their way.` } : answer
})

const days = z
  .string()
  .trim()
  .regex(/^\d{1,3}$/, "Give a whole number of days; 0 is never.")
  .transform(Number)

export const goneDaysAction = formAction(z.object({ days }), (actor, { days }) => shown(setGoneDays(actor, days)))
