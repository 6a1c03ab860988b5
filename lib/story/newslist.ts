import { z } from "zod"
import { keepable } from "../text"
import { STATUSES, type Status, slugShape } from "./story"

export type NewslistFilter = { status?: Status; section?: string; q?: string; cursor?: string }

type Asked = Record<string, string | string[] | undefined>

/** The filter that an address asks for; what is none is left out. */
export function readNewslistFilter(asked: Asked): NewslistFilter {
  const status = z.enum(STATUSES).safeParse(asked.status).data
  const section = slugShape.safeParse(asked.section).data
  const q = keepable(z.string().max(200).catch("").parse(asked.q)).trim()
  const cursor = z.string().max(100).safeParse(asked.cursor).data
  return { ...(status && { status }), ...(section && { section }), ...(q && { q }), ...(cursor && { cursor }) }
}

/** The newslist's address with this filter. */
export function newslistAddress(filter: NewslistFilter): string {
  const asked = new URLSearchParams(Object.entries(filter).filter(([, value]) => value))
  return asked.size ? `/newsroom?${asked}` : "/newsroom"
}
