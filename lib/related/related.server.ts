import "server-only"
import { z } from "zod"
import { db, type Prisma } from "../db.server"
import { hasWord } from "../story/find.server"
import { sectionNamer } from "../story/listed.server"
import { addressOf, type RelatedItem, STATUSES, type Status } from "../story/story"
import { keepable } from "../text"
import { findLives } from "./links.server"
import { type Manner, mannerOf } from "./manner"

/** An item of "Related news" as the newsroom sees it, whether readers may see it or not. */
export type RelatedLine = Manner &
  (
    | { story: string; headline: string; status: Status; live: boolean; address: string | null }
    | { link: string; url: string; headline: string; source: string }
  )

/** A story that was found by words; its section by name. */
export type StoryFound = { id: string; headline: string; section: string; status: Status; live: boolean }

const status = z.enum(STATUSES)
const live = { select: { section: true, slug: true } } as const

/** A story's related items with their words, in its order. What no longer exists is left out. */
export async function resolveRelated(items: readonly RelatedItem[]): Promise<RelatedLine[]> {
  const storyIds = items.flatMap((item) => ("story" in item ? item.story : []))
  const linkIds = items.flatMap((item) => ("link" in item ? item.link : []))
  const [stories, links] = await Promise.all([
    storyIds.length
      ? db.story.findMany({
          where: { id: { in: storyIds } },
          select: { id: true, headline: true, status: true, live },
        })
      : [],
    linkIds.length ? db.outsideLink.findMany({ where: { id: { in: linkIds } } }) : [],
  ])
  const lines = new Map<string, RelatedLine>()
  for (const story of stories) {
    lines.set(`story ${story.id}`, {
      story: story.id,
      headline: story.headline,
      status: status.parse(story.status),
      live: story.live !== null,
      address: story.live && addressOf(story.live),
    })
  }
  for (const { id, url, headline, source } of links) lines.set(`link ${id}`, { link: id, url, headline, source })
  return items.flatMap((item) => {
    const line = lines.get("story" in item ? `story ${item.story}` : `link ${item.link}`)
    return line ? { ...line, ...mannerOf(item) } : []
  })
}

/** The same for who works on the story: of a link whose page is gone they hear since when, and whether readers still have it. */
export async function resolveAtDesk(items: readonly RelatedItem[]) {
  const lines = await resolveRelated(items)
  const ids = lines.flatMap((line) => ("link" in line ? line.link : []))
  const links = ids.length ? await db.outsideLink.findMany({ where: { id: { in: ids } } }) : []
  const lifeOf = await findLives(links)
  const lives = new Map(links.map((link) => [link.id, lifeOf(link)]))
  return lines.map((line) => {
    const life = "link" in line ? lives.get(line.link) : undefined
    return life?.state === "gone" && life.since
      ? { ...line, gone: { since: life.since, off: !!life.takenOffAt } }
      : line
  })
}

/** Stories that hold all these words in headline, standfirst or slug, public ones first; spiked ones never. */
export async function searchStories(q: string, exceptId?: string): Promise<StoryFound[]> {
  const words = keepable(q).trim().split(/\s+/).filter(Boolean).slice(0, 10)
  if (!words.length) return []
  const where: Prisma.StoryWhereInput = {
    AND: words.map(hasWord),
    status: { not: "spiked" },
    ...(exceptId && { id: { not: exceptId } }),
  }
  const [rows, nameOf] = await Promise.all([
    db.story.findMany({
      where,
      select: { id: true, headline: true, section: true, status: true, liveId: true },
      orderBy: [{ firstPublishedAt: { sort: "desc", nulls: "last" } }, { changedAt: "desc" }],
      take: 20,
    }),
    sectionNamer(),
  ])
  return rows.map(({ liveId, section, ...row }) => ({
    ...{ ...row, section: nameOf(section), status: status.parse(row.status), live: liveId !== null },
  }))
}
