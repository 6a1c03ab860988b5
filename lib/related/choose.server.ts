import "server-only"
import { z } from "zod"
import { db, Prisma } from "../db.server"
import type { Refusal } from "../story/acts"
import { WORDS } from "../story/newslist-where.server"
import { storyOf } from "../story/row.server"
import type { Story } from "../story/story"
import { holding } from "../text"
import { type Choice, MOST_STORIES } from "./bulk"
import type { Target } from "./lists"

const idRow = z.object({ id: z.string() })

/** The stories that fit a choice, whichever state they are in, newest first. More than may be changed at once are refused. */
export async function chooseStories(asked: Choice): Promise<{ stories: Story[] } | Refusal> {
  const fits = fitting(asked)
  if (!fits.length)
    return {
      refused: "Say which stories: by words, a section, a topic, a package, or something that they hold.",
      because: "bad input",
    }
  const rows = z.array(idRow).parse(
    await db.$queryRaw`SELECT s.id FROM "Story" s WHERE ${Prisma.join(fits, " AND ")}
      ORDER BY s."changedAt" DESC, s.id DESC LIMIT ${MOST_STORIES + 1}`,
  )
  if (rows.length > MOST_STORIES) return tooMany()
  return { stories: await storiesOf(rows.map(({ id }) => id)) }
}

export const tooMany = (): Refusal => ({
  refused: `More than ${MOST_STORIES} stories fit, and ${MOST_STORIES} are changed at once at most. Narrow the choice, as by a section, and do it in several goes.`,
  because: "not ready",
})

/** Stories by their ids, in that order; what is not there is left out. */
export async function storiesOf(ids: readonly string[]): Promise<Story[]> {
  const rows = await db.story.findMany({ where: { id: { in: [...ids] } } })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    return row ? [storyOf(row)] : []
  })
}

function fitting({ words, section, topic, package: slug, holding: held }: Choice): Prisma.Sql[] {
  const each = words.split(/\s+/).filter(Boolean).slice(0, 10)
  return [
    ...each.map((word) => Prisma.sql`${WORDS} ILIKE ${`%${holding(word).contains}%`}`),
    ...(section ? [Prisma.sql`s.section = ${section}`] : []),
    ...(topic ? [Prisma.sql`${topic} = ANY(s.topics)`] : []),
    ...(slug
      ? [
          Prisma.sql`s.id IN (SELECT m."storyId" FROM "PackageStory" m JOIN "Package" p ON p.id = m."packageId" WHERE p.slug = ${slug})`,
        ]
      : []),
    ...(held ? [Prisma.sql`s.related @> ${asHeld(held)}::jsonb`] : []),
  ]
}

/** As the index on `related` is asked. */
const asHeld = (target: Target) => JSON.stringify([target])

/** Stories of which readers still have a version with this in its list, though the draft has it no more. */
export async function onlyBeforeReaders(target: Target): Promise<Story[]> {
  const rows = z.array(idRow).parse(
    await db.$queryRaw`
      SELECT s.id FROM "Version" v JOIN "Story" s ON s."liveId" = v.id
      WHERE v.related @> ${asHeld(target)}::jsonb AND NOT s.related @> ${asHeld(target)}::jsonb
      ORDER BY s.id LIMIT ${MOST_STORIES}`,
  )
  return storiesOf(rows.map(({ id }) => id))
}

/** The public stories of a package in its order, as items. */
export async function publicOf(slug: string): Promise<{ story: string }[] | null> {
  const found = await db.package.findUnique({
    where: { slug },
    select: {
      stories: {
        where: { story: { liveId: { not: null } } },
        orderBy: [{ position: "asc" }, { storyId: "asc" }],
        select: { storyId: true },
      },
    },
  })
  return found?.stories.map(({ storyId }) => ({ story: storyId })) ?? null
}
