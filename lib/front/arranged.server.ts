import "server-only"
import { z } from "zod"
import { readBody } from "../blocks/stored"
import { db, type Prisma } from "../db.server"
import { searchStories } from "../related/related.server"
import { sectionNamer } from "../story/listed.server"
import { STATUSES } from "../story/story"
import { type ArrangedPage, type Arrangement, FRONT, type SlotStory, slots } from "./arrangement"
import { findInForce } from "./find.server"
import { comingAt } from "./timetable"

const HISTORY = 50

const include = { madeBy: { select: { id: true, name: true } } } as const
const kind = z.enum(["arrange", "put back", "cancel"])

/** Does the paper have such a page? */
export const isPage = async (page: string): Promise<boolean> =>
  page === FRONT || (await db.section.count({ where: { slug: page } })) > 0

/** A page with what is in force on it, what waits, and what was done lately. */
export async function findArranged(page: string): Promise<ArrangedPage> {
  const { number, at } = await findInForce(page)
  const [recent, others] = await Promise.all([
    db.arrangement.findMany({ where: { page }, orderBy: { number: "desc" }, take: HISTORY, include }),
    db.arrangement.findMany({ where: { page, OR: [{ number }, { from: { gt: at } }] }, include }),
  ])
  const rows = [...recent, ...others.filter((row) => recent.every((one) => one.number !== row.number))].map(lineOf)
  return {
    page,
    revision: recent[0]?.number ?? 0,
    at,
    inForce: rows.find((row) => row.number === number) ?? null,
    coming: comingAt(rows, at),
    history: rows.toSorted((a, b) => b.number - a.number),
  }
}

function lineOf(row: Prisma.ArrangementGetPayload<{ include: typeof include }>): Arrangement {
  const { number, of, from, madeBy, madeAt } = row
  return { number, of, from, madeAt, kind: kind.parse(row.kind), slots: slots.catch([]).parse(row.slots), by: madeBy }
}

/** Every story that these lines of the record speak of, as the desk's screen shows it. */
export const findStoriesOf = ({ history, coming, inForce }: ArrangedPage): Promise<SlotStory[]> =>
  findSlotStories(
    [...history, ...coming, ...(inForce ? [inForce] : [])].flatMap((one) => one.slots.map(({ story }) => story)),
  )

/** Stories that hold all these words, as the desk's screen shows them: public ones first. */
export async function searchSlotStories(q: string): Promise<SlotStory[]> {
  const found = await searchStories(q)
  const stories = await findSlotStories(found.map(({ id }) => id))
  return found.flatMap(({ id }) => stories.find((story) => story.id === id) ?? [])
}

const words = { headline: true, kicker: true, section: true, body: true } as const
const status = z.enum(STATUSES)

export async function findSlotStories(ids: readonly string[]): Promise<SlotStory[]> {
  const rows = await db.story.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { ...words, id: true, status: true, publishAt: true, live: { select: words } },
  })
  const shown = rows.map((row) => ({ ...row, ...(row.live ?? {}), live: row.live !== null }))
  const chosen = new Map(shown.map(({ id, body }) => [id, picturesIn(body)]))
  const wanted = [...chosen.values()].flat().map(({ id }) => id)
  const known = await db.picture.findMany({ where: { id: { in: wanted } }, select: { id: true, widths: true } })
  const nameOf = await sectionNamer()
  const smallest = new Map(known.map(({ id, widths }) => [id, Math.min(...widths)]))
  return shown.map(({ id, headline, kicker, section, live, publishAt, ...rest }) => ({
    ...{
      id,
      headline,
      kicker,
      live,
      section: nameOf(section),
      publishAt: rest.status === "scheduled" ? publishAt : null,
    },
    status: status.parse(rest.status),
    pictures: (chosen.get(id) ?? []).flatMap((one) => {
      const width = smallest.get(one.id)
      return width ? [{ ...one, width }] : []
    }),
  }))
}

const picturesIn = (body: unknown) =>
  readBody(body).flatMap((block) =>
    block.kind === "picture" && "pictureId" in block && block.pictureId
      ? [{ id: String(block.pictureId), alt: "alt" in block ? String(block.alt ?? "") : "" }]
      : [],
  )
