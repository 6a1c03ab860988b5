import { z } from "zod"
import { slots } from "@/lib/front/arrangement"
import { STATUSES } from "@/lib/story/story"

const story = z.object({
  ...{ id: z.string(), headline: z.string(), kicker: z.string(), section: z.string() },
  ...{ status: z.enum(STATUSES), live: z.boolean(), publishAt: z.coerce.date().nullable() },
  pictures: z.array(z.object({ id: z.string(), alt: z.string(), width: z.number() })),
})

const kept = z.object({
  slots,
  /** what the screen knew of their stories */
  stories: z.array(story),
  /** what they were made from: the page's revision, and the arrangement in force */
  revision: z.number(),
  instead: z.number(),
  when: z.string().nullable(),
})
export type Kept = z.infer<typeof kept>

const keyOf = (page: string) => `standfirst front ${page}`

/** Keeps an arrangement that is not saved in this tab of the browser, for when the screen is left and opened again. */
export function keep(page: string, work: Kept | null): void {
  try {
    if (work) sessionStorage.setItem(keyOf(page), JSON.stringify(work))
    else sessionStorage.removeItem(keyOf(page))
  } catch {
    // A full or forbidden store: the work is still on the screen, which says that it is not saved.
  }
}

export function findKept(page: string): Kept | null {
  try {
    return kept.safeParse(JSON.parse(sessionStorage.getItem(keyOf(page)) ?? "null")).data ?? null
  } catch {
    return null
  }
}
