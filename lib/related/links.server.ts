import "server-only"
import { z } from "zod"
import { webAddress } from "../address"
import { isOurs } from "../checks/own-pages"
import { db, Prisma, type Transaction } from "../db.server"
import { env } from "../env.server"
import { settleGone } from "../links/gone.server"
import { keyOf, stateOf } from "../links/pages.server"
import type { LinkLife, State } from "../links/states"
import { can } from "../people/can"
import type { Person } from "../people/people"
import { announce } from "../record/events.server"
import { TAGS } from "../record/tags"
import type { Refusal } from "../story/acts"
import { badInput } from "../story/bad-input"
import { text } from "../text"
import { databaseTime, transaction } from "../transaction.server"
import { isUnused } from "./unused-links.server"

export type OutsideLink = { id: string; url: string; headline: string; source: string }
/** A story that holds a link: in its draft, or before readers, or both. */
type LinkUse = { storyId: string; headline: string; status: string; draft: boolean; live: boolean }
type Found = { links: LinkLine[]; total: number; pages: number }
export type LinkLine = OutsideLink & LinkLife & { createdAt: Date; changedAt: Date; uses: LinkUse[] }

/** Is this an address of the paper, however it is written? */
export const leadsToPaper = (url: string) => isOurs(url.trim(), env.publicOrigin)

const outsideLink = z.strictObject({
  url: webAddress.refine(
    (url) => !leadsToPaper(url),
    "This is an address of this paper, and an outside link leads elsewhere. Put the story itself into related news.",
  ),
  headline: text(500).trim().min(1, "Say what the page is called: readers see it as the link."),
  source: text(200).trim().default(""),
})
export type LinkInput = z.input<typeof outsideLink>

const chosen = { id: true, url: true, headline: true, source: true } as const
const NO_LINK: Refusal = { refused: "There is no such link any more.", because: "not found" }
const NO_RIGHT: Refusal = { refused: "Only an administrator changes links for all stories.", because: "no right" }

/** A page elsewhere, for a story's related news. The same page with the same words is kept once. */
export async function addLink(actor: Person, input: LinkInput): Promise<{ link: OutsideLink } | Refusal> {
  if (!can(actor, "write"))
    return { refused: "Your role may not add links. Ask an administrator.", because: "no right" }
  const parsed = outsideLink.safeParse(input)
  if (!parsed.success) return badInput(parsed.error)
  const known = await db.outsideLink.findFirst({ where: parsed.data, select: chosen, orderBy: { id: "asc" } })
  if (known) return { link: known }
  return { link: await db.outsideLink.create({ data: { ...parsed.data, createdById: actor.id }, select: chosen }) }
}

/** So many links stand on a page of the list. */
const A_PAGE = 50

type Asked = { state?: State | null; words?: string; unused?: boolean; page?: number }

/** Links with the stories that hold them, newest first, a page at a time. `state`: of their pages; `words`: all of them in headline, address or source; `unused`: those that no story holds. */
export async function findLinks({ state = null, words = "", unused = false, page = 1 }: Asked): Promise<Found> {
  const where = [
    state ? Prisma.sql`coalesce(p.state, 'unseen') = ${state}` : Prisma.sql`true`,
    ...wordsIn(words).map((word) => Prisma.sql`l.headline || ' ' || l.url || ' ' || l.source ILIKE ${word}`),
    ...(unused ? [isUnused] : []),
  ]
  const rows = await db.$queryRaw<{ id: string; total: number }[]>`
    SELECT l.id, count(*) OVER ()::int AS total FROM ${LINKS_WITH_PAGES} WHERE ${Prisma.join(where, " AND ")}
    ORDER BY l."createdAt" DESC, l.id DESC LIMIT ${A_PAGE} OFFSET ${(page - 1) * A_PAGE}`
  const total = rows[0]?.total ?? 0
  return { links: await linesOf(rows.map(({ id }) => id)), total, pages: Math.ceil(total / A_PAGE) }
}

/** How many links there are in each state of their pages; `off`: of all of them those that readers do not see. */
export async function countLinks(): Promise<{ counts: Partial<Record<State, number>>; total: number; off: number }> {
  const rows = await db.$queryRaw<{ state: string; links: number; off: number }[]>`
    SELECT coalesce(p.state, 'unseen') AS state, count(*)::int AS links, count(l."takenOffAt")::int AS off
    FROM ${LINKS_WITH_PAGES} GROUP BY 1`
  const sum = (of: "links" | "off") => rows.reduce((all, row) => all + row[of], 0)
  const counts = Object.fromEntries(rows.map(({ state, links }) => [stateOf(state), links]))
  return { counts, total: sum("links"), off: sum("off") }
}

const LINKS_WITH_PAGES = Prisma.sql`
  "OutsideLink" l LEFT JOIN "OutsidePage" p ON p.sha256 = sha256(convert_to(l.url, 'UTF8'))`

const wordsIn = (words: string) =>
  words
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 10)
    .map((word) => `%${word.replaceAll(/[\\%_]/g, "\\$&")}%`)

async function linesOf(ids: string[]): Promise<LinkLine[]> {
  const links = await db.outsideLink.findMany({
    where: { id: { in: ids } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  })
  const [uses, lives] = await Promise.all([findUses(links.map(({ id }) => id)), findLives(links)])
  return links.map((link) => ({
    ...{ id: link.id, url: link.url, headline: link.headline, source: link.source },
    ...{ createdAt: link.createdAt, changedAt: link.changedAt, ...lives(link) },
    uses: uses.get(link.id) ?? [],
  }))
}

/** What is known of the pages of these links. */
export async function findLives(links: readonly { url: string }[]) {
  const pages = await db.$queryRaw<Page[]>`
    SELECT url, state, since, "checkedAt", "goneSeenAt", offer, title, site, "publishedAt", picture IS NOT NULL AS picture
    FROM "OutsidePage" WHERE sha256 = ANY(${links.map(({ url }) => keyOf(url))})`
  const known = new Map(pages.map(({ url, ...page }) => [url, page]))
  return ({ url, takenOffAt }: { url: string; takenOffAt: Date | null }): LinkLife => {
    const { goneSeenAt, ...page } = known.get(url) ?? UNSEEN
    const state = stateOf(page.state)
    return { ...page, state, missedAt: state === "gone" ? null : goneSeenAt, takenOffAt }
  }
}

type Page = Omit<LinkLife, "state" | "missedAt" | "takenOffAt"> & {
  url: string
  state: string
  goneSeenAt: Date | null
}

const UNSEEN: Omit<Page, "url"> = {
  ...{ state: "unseen", since: null, checkedAt: null, goneSeenAt: null, offer: null },
  ...{ title: "", site: "", publishedAt: null, picture: false },
}

/** Changes a link in every story that holds it, the public ones included. */
export async function editLink(actor: Person, id: string, input: LinkInput): Promise<{ link: OutsideLink } | Refusal> {
  if (!can(actor, "links")) return NO_RIGHT
  const parsed = outsideLink.safeParse(input)
  if (!parsed.success) return badInput(parsed.error)
  return transaction(async (tx) => {
    const at = await databaseTime(tx)
    const { count } = await tx.outsideLink.updateMany({ where: { id }, data: { ...parsed.data, changedAt: at } })
    if (!count) return NO_LINK
    await announce(tx, { what: "links", tags: [TAGS.link(id)], actorId: actor.id, at })
    await settleGone(tx)
    return { link: { id, ...parsed.data } }
  })
}

/** Removes a link that no story holds any more. */
export async function removeLink(actor: Person, id: string): Promise<{ removed: string } | Refusal> {
  if (!can(actor, "links")) return NO_RIGHT
  return transaction(async (tx) => {
    // Who saves a story with it holds its row until that is done (lib/story/check.server.ts).
    await tx.$queryRaw`SELECT id FROM "OutsideLink" WHERE id = ${id}::uuid FOR UPDATE`
    const uses = (await findUses([id], tx)).get(id) ?? []
    if (uses.length) {
      const where = uses.map(({ headline }) => `“${headline || "a story without a headline"}”`).join(", ")
      return { refused: `This link is still in ${where}. Remove it there first.`, because: "not ready" }
    }
    await tx.relatedNote.deleteMany({ where: { targetId: id } })
    const { count } = await tx.outsideLink.deleteMany({ where: { id } })
    return count ? { removed: id } : NO_LINK
  })
}

const useRows = z.array(
  z.object({
    linkId: z.string(),
    storyId: z.string(),
    headline: z.string(),
    status: z.string(),
    draft: z.boolean(),
    live: z.boolean(),
  }),
)

async function findUses(ids: string[], tx: Transaction = db): Promise<Map<string, LinkUse[]>> {
  // Containment (@>) is what the index on `related` answers.
  const rows = useRows.parse(
    await tx.$queryRaw`
      SELECT link.id AS "linkId", story.id AS "storyId", story.headline, story.status::text AS status,
             bool_or(used.draft) AS draft, bool_or(NOT used.draft) AS live
      FROM unnest(${ids}::uuid[]) AS link(id)
      CROSS JOIN LATERAL (
        SELECT s.id AS "storyId", true AS draft FROM "Story" s
          WHERE s.related @> jsonb_build_array(jsonb_build_object('link', link.id::text))
        UNION ALL
        SELECT s.id, false FROM "Version" v JOIN "Story" s ON s."liveId" = v.id
          WHERE v.related @> jsonb_build_array(jsonb_build_object('link', link.id::text))
      ) AS used
      JOIN "Story" story ON story.id = used."storyId"
      GROUP BY link.id, story.id, story.headline
      ORDER BY story.headline, story.id`,
  )
  const uses = new Map<string, LinkUse[]>()
  for (const { linkId, ...use } of rows) uses.set(linkId, [...(uses.get(linkId) ?? []), use])
  return uses
}
