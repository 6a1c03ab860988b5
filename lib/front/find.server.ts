import "server-only"
import { z } from "zod"
import { db, Prisma } from "../db.server"
import { TAGS } from "../record/tags"
import { pageAsked, tagsOfPictures } from "../story/listed"
import { findFront, findListPage, findSlotted, type ListPage } from "../story/listed.server"
import type { ListKind } from "../story/lists.server"
import type { Name } from "../story/surroundings"
import { FRONT, type Slot, slots, standingAt } from "./arrangement"
import { FRONT_DEPTH, type FrontLayout, layOutFront, layOutList, type Placed, placeSlots } from "./front"

/** How a preview differs from what readers see now: at another moment, and with slots that are not saved. */
export type Ahead = { at: Date; slots?: readonly Slot[] | null }

/** What is in force on a page, at the database's time or at a preview's, and the moment at which that changes by itself. */
export type InForce = { number: number; slots: Slot[]; at: Date; until: Date | null }

const row = z.object({
  number: z.number().nullable(),
  // Read with patience: what another release has written must not take the page with it.
  slots: slots.nullable().catch(null),
  at: z.date(),
  next: z.date().nullable(),
})

/** That nobody has cancelled the arrangement `a`. */
const stands = Prisma.sql`a.kind <> 'cancel' AND NOT EXISTS (
  SELECT 1 FROM "Arrangement" c WHERE c.page = a.page AND c."from" = a."from" AND c.number > a.number AND c.kind = 'cancel')`

/** One query. Its own clock decides, so that an arrangement takes effect with nobody there to put it in force. */
export async function findInForce(page: string, at: Date | null = null): Promise<InForce> {
  const moment = at ? Prisma.sql`${at}::timestamptz` : Prisma.sql`statement_timestamp()`
  const [found] = await db.$queryRaw<unknown[]>`
    SELECT m.at, p.number, p.slots,
      (SELECT a."from" FROM "Arrangement" a WHERE a.page = ${page} AND a."from" > m.at AND ${stands}
        ORDER BY a."from" LIMIT 1) AS next
    FROM (SELECT ${moment} AS at) m LEFT JOIN LATERAL (
      SELECT a.number, a.slots FROM "Arrangement" a WHERE a.page = ${page} AND a."from" <= m.at AND ${stands}
      ORDER BY a."from" DESC, a.number DESC LIMIT 1) p ON true`
  const { number, slots: given, at: now, next } = row.parse(found)
  const present = standingAt(given ?? [], now)
  return { number: number ?? 0, slots: present, at: now, until: earliest([next, ...present.map(endOf)]) }
}

const endOf = ({ until }: Slot) => (until ? new Date(until) : null)

function earliest(moments: readonly (Date | null)[]): Date | null {
  const times = moments.flatMap((moment) => moment?.getTime() ?? [])
  return times.length ? new Date(Math.min(...times)) : null
}

async function findPlaced(page: string, ahead: Ahead | null) {
  const inForce = await findInForce(page, ahead?.at)
  const given = ahead?.slots ?? inForce.slots
  const stories = await findSlotted(
    given.map(({ story }) => story),
    ahead?.at ?? null,
  )
  const placed = placeSlots(given, stories, inForce.at)
  const tags = given.map(({ story }) => TAGS.story(story))
  return { placed, tags, until: inForce.until, except: placed.map(({ story }) => story.id) }
}

export type ReadersFront = {
  front: FrontLayout
  sections: Name[]
  /** when its newest story was published */
  edition: Date | undefined
  tags: string[]
  until: Date | null
}

/** The front as readers see it, or will. */
export async function findFrontPage(ahead: Ahead | null = null): Promise<ReadersFront> {
  const { placed, until, except } = await findPlaced(FRONT, ahead)
  const { sections, stories } = await findFront(FRONT_DEPTH, { except, ahead: ahead?.at ?? null })
  const shown = [...stories, ...placed.map(({ story }) => story)]
  const all = shown.map(({ publishedAt }) => publishedAt.getTime())
  return {
    front: layOutFront(stories, sections, placed),
    sections,
    edition: all.length ? new Date(Math.max(...all)) : undefined,
    tags: [TAGS.paper, TAGS.front, ...tagsOfPictures(shown)],
    until,
  }
}

export type ReadersList = ListPage & { page: number; placed: Placed[]; tags: string[]; until: Date | null }

/** One page of a section, a topic, or what somebody wrote, as readers see it; editors arrange sections alone. */
export async function findReadersList(
  kind: ListKind,
  slug: string,
  asked: string | string[] | undefined,
  ahead: Ahead | null = null,
): Promise<ReadersList | null> {
  const page = pageAsked(asked)
  if (!page) return null
  const arranged =
    kind === "section" ? await findPlaced(slug, ahead) : { placed: [], tags: [], until: null, except: [] }
  const list = await findListPage(kind, slug, page, { except: arranged.except, ahead: ahead?.at ?? null })
  if (!list) return null
  const placed = layOutList(list.stories, page, arranged.placed)
  const shown = placed.map(({ story }) => story)
  const tags = [list.of.tag, ...arranged.tags, ...tagsOfPictures(shown)]
  return { ...list, page, placed, tags, until: arranged.until }
}
