"use server"

import { refresh } from "next/cache"
import { z } from "zod"
import { formAction } from "@/lib/form-action.server"
import { chooseColumns, chooseKeys, removeFilter, renameFilter, saveFilter } from "@/lib/story/choices.server"

const columns = formAction(z.record(z.string(), z.string()), async (actor, chosen) => {
  await chooseColumns(actor, Object.keys(chosen))
  refresh()
  return {}
})

/** The columns whose boxes are ticked. */
export async function chooseColumnsAction(form: FormData): Promise<void> {
  await columns(form)
}

export const chooseKeysAction = formAction(z.strictObject({ keys: z.boolean() }), async (actor, { keys }) => {
  await chooseKeys(actor, keys)
  refresh()
  return {}
})

const words = z.string().max(2_000)

export const saveFilterAction = formAction(z.strictObject({ name: words, query: words }), async (actor, given) => {
  const answer = await saveFilter(actor, given)
  refresh()
  return answer
})

export const renameFilterAction = formAction(z.strictObject({ id: z.uuid(), name: words }), async (actor, given) => {
  const answer = await renameFilter(actor, given.id, given.name)
  refresh()
  return answer
})

export const removeFilterAction = formAction(z.strictObject({ id: z.uuid() }), async (actor, { id }) => {
  const answer = await removeFilter(actor, id)
  refresh()
  return answer
})
