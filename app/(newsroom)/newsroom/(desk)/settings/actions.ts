"use server"
import { refresh } from "next/cache"
import { headers } from "next/headers"
import { z } from "zod"
import { formAction } from "@/lib/form-action.server"
import { clientNetwork } from "@/lib/people/client-network.server"
import { password, tokenName } from "@/lib/people/forms"
import { changeOwnPassword } from "@/lib/people/own-password.server"
import { beginSession } from "@/lib/people/sign-in.server"
import { createToken, revokeToken } from "@/lib/people/tokens.server"
import {
  addSection,
  addTopic,
  askApproval,
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
