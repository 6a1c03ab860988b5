import { z } from "zod"
import { keepable } from "../text"

/** Whether somebody can sign in: yes, once they have chosen a password, or no longer. */
export const STATES = ["active", "invited", "disabled"] as const
export type State = (typeof STATES)[number]

/** What of the list of people is asked for: words in name or address, a state, and the page, from 1. */
export type PeopleFilter = { q?: string; state?: State; page: number }

type Asked = Record<string, string | string[] | undefined>

/** The filter that an address asks for; what is none is left out. */
export function readPeopleFilter(asked: Asked): PeopleFilter {
  const q = keepable(z.string().max(200).catch("").parse(asked.q)).trim()
  const state = z.enum(STATES).safeParse(asked.state).data
  const page = z.coerce.number().int().min(1).max(100_000).catch(1).parse(asked.page)
  return { ...(q && { q }), ...(state && { state }), page }
}

/** The address of the list with this filter. */
export function peopleAddress({ q, state, page }: PeopleFilter): string {
  const asked = new URLSearchParams({ ...(q && { q }), ...(state && { state }), ...(page > 1 && { page: `${page}` }) })
  return asked.size ? `/newsroom/people?${asked}` : "/newsroom/people"
}
