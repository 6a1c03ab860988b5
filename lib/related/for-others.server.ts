import "server-only"
import { z } from "zod"
import { isWebAddress } from "../address"
import { type Answer, problem } from "../api/problem"
import { isOurs, pageOfOurs } from "../checks/own-pages"
import { stampOf } from "../dates"
import { db, Prisma } from "../db.server"
import { env } from "../env.server"
import { pageNamed, spellingsOf } from "../links/same-page"
import { performOverdue } from "../story/clock.server"
import { findLatest, findLive } from "../story/live.server"
import type { RelatedNews, StoryCard } from "../story/related-shown"

/** An item as other sites get it: addresses are whole, times as RFC 3339 has them. */
type Item = {
  kind: "story" | "link"
  url: string
  headline: string
  reason?: string
  kicker?: string
  language?: string
  section?: string
  publishedAt?: string
  source?: string
}

/** So many stories that lead to a page elsewhere are told. */
const MOST = 20

/**
 * What the paper relates to a page, for sites that are not the paper: of a story of ours its related news, as its own page shows them at
 * this moment; of a page elsewhere the public stories that lead to it in theirs, newest first. Nothing that is not public, ever.
 */
export const answerRelated = async (url: string | null): Promise<Answer> => {
  const { headers, ...answer } = await relatedTo(url)
  // Pages of other sites may ask; whoever keeps the answer asks again each time.
  return { ...answer, headers: { ...headers, "Access-Control-Allow-Origin": "*", "Cache-Control": "no-cache" } }
}

async function relatedTo(asked: string | null): Promise<Answer> {
  const url = asked?.trim()
  if (!url)
    return problem("bad-request", "Say which page you mean: ?url=ADDRESS.", { errors: { url: "This is missing." } })
  // Readers elsewhere get what they are owed by now, too.
  await performOverdue()
  const page = pageOfOurs(url, env.publicOrigin)
  if (page) return ofOurs(page)
  if (!isWebAddress(url) || isOurs(url, env.publicOrigin))
    return problem("bad-request", "This is neither a story of this paper nor the whole address of a page elsewhere.", {
      errors: { url: "Give the address of a page, with https:// in front." },
    })
  return given(url, await leadingTo(url))
}

async function ofOurs(page: { section: string; slug: string }): Promise<Answer> {
  const found = await findLive(page.section, page.slug)
  if ("moved" in found) return ofOurs(pageOfOurs(found.moved, env.publicOrigin) ?? page)
  if ("withdrawn" in found) return problem("gone", found.withdrawn.notice || "This story was withdrawn.")
  if ("nothing" in found) return problem("not-found", "There is no such story.")
  return given(env.publicOrigin + found.live.address, found.live.related.map(itemOf))
}

async function leadingTo(url: string): Promise<Item[]> {
  const page = pageNamed(url)
  const links = (await linksLike(url)).filter((link) => pageNamed(link.url) === page)
  if (!links.length) return []
  const holds = links.map(({ id }) => Prisma.sql`v.related @> ${JSON.stringify([{ link: id }])}::jsonb`)
  const stories = await findLatest(MOST, Prisma.sql`(${Prisma.join(holds, " OR ")})`)
  // A story that holds the link shows it to its own readers, or it is not told of here either.
  return stories
    .filter(({ related }) => related.some((item) => item.kind === "link" && pageNamed(item.address) === page))
    .map((story) => itemOf({ kind: "story", ...story }))
}

const linkRow = z.array(z.object({ id: z.string(), url: z.string() }))

/** Links that readers have, of which the address may be another spelling of this one. Asked as the index on pages is. */
const linksLike = async (url: string) =>
  linkRow.parse(
    await db.$queryRaw`
      SELECT id, url FROM "OutsideLink"
      WHERE "takenOffAt" IS NULL AND md5(lower(split_part(url, '#', 1) COLLATE "C"))
        = ANY(ARRAY(SELECT md5(lower(one COLLATE "C")) FROM unnest(${spellingsOf(url)}::text[]) one))`,
  )

const given = (url: string, related: Item[]): Answer => ({ status: 200, body: { url, related } })

function itemOf(item: ({ kind: "story" } & StoryCard & { reason?: string }) | RelatedNews): Item {
  const { headline, reason } = item
  const said = { headline, ...(reason && { reason }) }
  if (item.kind === "link")
    return { kind: "link", url: item.address, ...said, ...(item.source && { source: item.source }) }
  const { address, kicker, language, section, publishedAt } = item
  return {
    ...{ kind: "story", url: env.publicOrigin + address, ...said, ...(kicker && { kicker }) },
    ...{ language, section: section.name, publishedAt: stampOf(publishedAt) },
  }
}
