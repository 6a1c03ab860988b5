import "server-only"
import { createHash } from "node:crypto"
import { z } from "zod"
import { db } from "../db.server"
import { env } from "../env.server"
import { enqueue } from "../jobs/enqueue.server"
import { bare } from "../search/bare"
import type { Story, StoryText } from "../story/story"
import { transaction } from "../transaction.server"
import { type Known, NOTHING_KNOWN } from "./known"
import { type Limits, limitsOf } from "./limits"
import { linksOf, outsideLinksOf } from "./links"
import { pageOfOurs } from "./own-pages"
import { RULE_NAMES, type RuleName } from "./rules"
import { mistakeOf, wordsToLookUp } from "./spelling"

/** So long what was found out about an address elsewhere is believed, in milliseconds. */
const BELIEVED = 24 * 60 * 60_000

/** What is known now of a text's words, links and lengths, as far as these checks ask for it. */
export async function findKnown(text: StoryText, rules: readonly RuleName[] = RULE_NAMES): Promise<Known> {
  const asks = (...names: RuleName[]) => names.some((name) => rules.includes(name))
  const [limits, unused, dead] = await Promise.all([
    asks("longHeadline", "longStandfirst", "longText") ? findLimits(text) : NOTHING_KNOWN.limits,
    asks("unusedWord") ? findUnused(text) : NOTHING_KNOWN.unused,
    asks("deadLink") ? findDead(text) : NOTHING_KNOWN.dead,
  ])
  return { limits, unused, dead }
}

async function findLimits({ section: slug }: StoryText): Promise<Limits> {
  const section = await db.section.findUnique({ where: { slug }, select: { limits: true } })
  return limitsOf(section?.limits ?? {})
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
  const rows = outside.size
    ? await db.linkCheck.findMany({ where: { sha256: { in: buffers(outside.keys()) }, dead: true } })
    : []
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
