"use server"

import { z } from "zod"
import { formAction } from "@/lib/form-action.server"
import { checkNow, takeNewAddress } from "@/lib/links/ask.server"
import { editLink, removeLink } from "@/lib/related/links.server"
import { removeIdleLinks } from "@/lib/related/unused-links.server"

const id = z.uuid()

export const edit = formAction(
  z.strictObject({ id, url: z.string(), headline: z.string(), source: z.string() }),
  (actor, { id, ...link }) => editLink(actor, id, link),
)

export const remove = formAction(z.strictObject({ id }), (actor, { id }) => removeLink(actor, id))

export const removeIdle = formAction(z.strictObject({}), removeIdleLinks)

export const check = formAction(z.strictObject({ id }), (actor, { id }) => checkNow(actor, id))

export const take = formAction(z.strictObject({ id }), (actor, { id }) => takeNewAddress(actor, id))
