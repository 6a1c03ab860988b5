import { z } from "zod"
import { keepable } from "../text"
import type { PictureSize } from "./pictures"

/** What a picture can be looked for by, besides its words. */
export const KINDS_OF_STATE = ["unused", "expiring", "expired", "limited", "undescribed", "replaced"] as const
export type PictureState = (typeof KINDS_OF_STATE)[number]

export const STATE_WORDS: Record<PictureState, string> = {
  unused: "Not used in any story",
  expiring: "Rights end within 30 days",
  expired: "Rights have ended",
  limited: "Rights are limited",
  undescribed: "Without alternative text",
  replaced: "Replaced by another",
}

/** A part of the library: words, a state, who uploaded, first and last day of the upload (2026-11-20), and where the page begins. */
export type LibraryFilter = {
  q?: string
  state?: PictureState
  by?: string
  from?: string
  to?: string
  cursor?: string
}

const day = z.iso.date()

/** The filter that an address asks for; what is none is left out. */
export function readLibraryFilter(asked: Record<string, string | string[] | undefined>): LibraryFilter {
  const read = {
    q: keepable(z.string().max(200).catch("").parse(asked.q)).trim(),
    state: z.enum(KINDS_OF_STATE).safeParse(asked.state).data,
    by: z.uuid().safeParse(asked.by).data,
    from: day.safeParse(asked.from).data,
    to: day.safeParse(asked.to).data,
    cursor: z.string().max(100).safeParse(asked.cursor).data,
  }
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value))
}

/** The library's address with this filter. */
export function libraryAddress(filter: LibraryFilter): string {
  const asked = new URLSearchParams(Object.entries(filter).filter(([, value]) => value))
  return asked.size ? `/newsroom/pictures?${asked}` : "/newsroom/pictures"
}

export const pictureScreen = (id: string) => `/newsroom/pictures/${id}`

/** What a picture is called where it has to be named: its caption, its description, or its file. */
export const nameOfPicture = ({ caption, alt, fileName }: { caption: string; alt: string; fileName: string }) =>
  caption || alt || fileName || "Picture without words"

/** A picture of ours with its words: the id that was asked for, which another may stand in for, and why it may not be used here, if so. */
export type OurPicture = PictureSize & {
  asked: string
  name: string
  alt: string
  decorative: boolean
  caption: string
  credit: string
  bar?: string
}
