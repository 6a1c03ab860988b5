import { TAKE_AWAY } from "../../lib/story/taking-away"

/** An act that readers can see, and where it left the story. */
export type Act = { position: number; act: string; at: Date; number: number; section: string; slug: string }

/** What a node has to answer at a path once an act is done: a version, or that the story is gone. */
export type Expected = { path: string; version: number | "gone" }

export const expectedOf = ({ act, number, section, slug }: Act): Expected => ({
  path: `/${section}/${slug}`,
  version: TAKE_AWAY.includes(act) ? "gone" : number,
})

/** The version that a story's page says it is, in its JSON-LD. */
const VERSION = /"version":"(\d+)"/

/**
 * Is this answer what the act made of the page, or something later still? A story that is gone again by the time somebody looks is later;
 * what was moved or came back meanwhile is told by the act that did it.
 */
export function isAsExpected({ status, body }: { status: number; body: string }, { version }: Expected): boolean {
  if (status === 410) return true
  if (version === "gone" || status === 308) return false
  return status === 200 && Number(VERSION.exec(body)?.[1] ?? 0) >= version
}
