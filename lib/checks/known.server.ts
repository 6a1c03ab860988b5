import "server-only"
import { createHash } from "node:crypto"
import { z } from "zod"
import { db } from "../db.server"
import { env } from "../env.server"
import { enqueue } from "../jobs/enqueue.server"
import { bare } from "../search/bare"
import type { Story, StoryText } from "../story/story"
import { transaction } from "../transaction.server"
import type { Known } from "./known"
import { limitsOf } from "./limits"
import { linksOf, outsideLinksOf } from "./links"
import { pageOfOurs } from "./own-pages"
import { mistakeOf, wordsToLookUp } from "./spelling"

/** So long what was found out about an address elsewhere is believed, in milliseconds. */
const BELIEVED = 24 * 60 * 60_000

/** What is known now of a text's words, links and lengths. */
export async function findKnown(text: StoryText): Promise<Known> {
  const [section, unused, dead] = await Promise.all([
    db.section.findUnique({ where: { slug: text.section }, select: { limits: true } }),
    findUnused(text),
    findDead(text),
  ])
  return { limits: limitsOf(section?.limits ?? {}), unused, dead }
}

/** The same for the story's screen, where addresses that nobody has looked at yet are looked at: ask again a little later. */
export async function findKnownAndLook({ id, revision, text }: Story): Promise<Known & { looking: boolean }> {
  const [known, unseen] = await Promise.all([findKnown(text), unseenOf(text)])
  if (unseen.length)
    await transaction((tx) => enqueue(tx, "links", { story: id }, { key: `links of ${id} at ${revision}` }))
  return { ...known, looking: unseen.length > 0 }
}

const found = z.array(z.object({ written: z.string(), known: z.array(z.string()) }))

/** Words that no live story has, where one of those that it has looks like it: anything else may just be new. */
async function findUnused(text: StoryText): Promise<Known["unused"]> {
  const words = wordsToLookUp(text)
  const rows = await db.$queryRaw<unknown[]>`
    SELECT written, ARRAY(
      SELECT word FROM "SearchWord" WHERE word % bare(written) AND abs(length(word) - length(written)) <= 1 AND stories > 1
      ORDER BY similarity(word, bare(written)) DESC, stories DESC LIMIT 20
    ) AS known
    FROM unnest(${words}::text[]) written
    WHERE NOT EXISTS (SELECT 1 FROM "SearchWord" w WHERE w.word = bare(written))
      AND NOT EXISTS (
        SELECT 1 FROM "SearchEntry" e WHERE e.words @@ plainto_tsquery(${`paper_${text.language}`}::regconfig, written))`
  const pairs = found.parse(rows).flatMap(({ written, known }) => {
    const instead = mistakeOf(bare(written), known)
    return instead ? [[written, instead] as const] : []
  })
  return Object.fromEntries(pairs)
}

async function findDead(text: StoryText): Promise<string[]> {
  const outside = new Map(outsideLinksOf(text.body).map((link) => [hashOf(link), link]))
  const rows = await db.linkCheck.findMany({ where: { sha256: { in: buffers(outside.keys()) }, dead: true } })
  const gone = rows.flatMap(({ sha256 }) => outside.get(Buffer.from(sha256).toString("hex")) ?? [])
  return [...gone, ...(await findDeadOfOurs(text))]
}

/** Links to pages of this paper's stories that readers do not have. */
async function findDeadOfOurs({ body }: StoryText): Promise<string[]> {
  const links = [...new Set(linksOf(body).map(({ link }) => link))]
  const named = links.flatMap((link) => {
    const page = pageOfOurs(link, env.publicOrigin)
    return page ? [{ link, ...page }] : []
  })
  if (!named.length) return []
  const there = await db.address.findMany({
    where: { slug: { in: named.map(({ slug }) => slug) }, story: { liveId: { not: null } } },
    select: { section: true, slug: true },
  })
  const known = new Set(there.map(({ section, slug }) => `${section}/${slug}`))
  return named.flatMap(({ link, section, slug }) => (known.has(`${section}/${slug}`) ? [] : [link]))
}

/** Addresses elsewhere that nobody has looked at lately. */
export async function unseenOf({ body }: StoryText): Promise<string[]> {
  const links = new Map(outsideLinksOf(body).map((link) => [hashOf(link), link]))
  if (!links.size) return []
  const seen = await db.linkCheck.findMany({
    where: { sha256: { in: buffers(links.keys()) }, checkedAt: { gt: new Date(Date.now() - BELIEVED) } },
    select: { sha256: true },
  })
  for (const { sha256 } of seen) links.delete(Buffer.from(sha256).toString("hex"))
  return [...links.values()]
}

export const hashOf = (link: string) => createHash("sha256").update(link).digest("hex")
const buffers = (hashes: Iterable<string>) => [...hashes].map((hash) => Buffer.from(hash, "hex"))
