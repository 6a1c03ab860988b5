"use server"

import { z } from "zod"
import { formAction } from "@/lib/form-action.server"
import { packageChange } from "@/lib/packages/packages"
import { addPackage, changePackage, removePackage } from "@/lib/packages/packages.server"
import { can } from "@/lib/people/can"
import { searchStories } from "@/lib/related/related.server"

const place = { slug: z.string().max(100), revision: z.number().int() }

const added = z.strictObject({ name: z.string(), lead: z.string(), slug: z.string().trim() })

export const add = formAction(added, (actor, { slug, ...words }) =>
  addPackage(actor, { ...words, ...(slug && { slug }) }),
)

export const change = formAction(
  z.strictObject({ ...place, change: packageChange }),
  (actor, { slug, revision, change }) => changePackage(actor, slug, revision, change),
)

export const remove = formAction(z.strictObject(place), (actor, { slug, revision }) =>
  removePackage(actor, slug, revision),
)

export const search = formAction(z.strictObject({ q: z.string().max(300) }), async (actor, { q }) => ({
  found: can(actor, "packages") ? await searchStories(q) : [],
}))
