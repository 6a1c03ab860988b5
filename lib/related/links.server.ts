import "server-only"
import { z } from "zod"
import { webAddress } from "../address"
import { db } from "../db.server"
import { can } from "../people/can"
import type { Person } from "../people/people"
import { announce } from "../record/events.server"
import { TAGS } from "../record/tags"
import type { Refusal } from "../story/acts"
import { badInput } from "../story/bad-input"
import { text } from "../text"
import { databaseTime, transaction } from "../transaction.server"

export type OutsideLink = { id: string; url: string; headline: string; source: string }
/** A story that holds a link: in its draft, or before readers, or both. */
type LinkUse = { storyId: string; headline: string; status: string; draft: boolean; live: boolean }
export type LinkLine = OutsideLink & { createdAt: Date; changedAt: Date; uses: LinkUse[] }

const outsideLink = z.strictObject({
  url: webAddress,
  headline: text(500).trim().min(1, "Say what the page is called: readers see it as the link."),
  source: text(200).trim().default(""),
})
type LinkInput = z.input<typeof outsideLink>

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

/** Every link with the stories that hold it, newest first. */
export async function findLinks(): Promise<LinkLine[]> {
  const links = await db.outsideLink.findMany({ orderBy: [{ createdAt: "desc" }, { id: "desc" }] })
  const uses = await findUses(links.map(({ id }) => id))
  return links.map(({ id, url, headline, source, createdAt, changedAt }) => ({
    ...{ id, url, headline, source, createdAt, changedAt },
    uses: uses.get(id) ?? [],
  }))
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
    return { link: { id, ...parsed.data } }
  })
}

/** Removes a link that no story holds any more. */
export async function removeLink(actor: Person, id: string): Promise<{ removed: string } | Refusal> {
  if (!can(actor, "links")) return NO_RIGHT
  const uses = (await findUses([id])).get(id) ?? []
  if (uses.length) {
    const where = uses.map(({ headline }) => `“${headline || "a story without a headline"}”`).join(", ")
    return { refused: `This link is still in ${where}. Remove it there first.`, because: "not ready" }
  }
  const { count } = await db.outsideLink.deleteMany({ where: { id } })
  return count ? { removed: id } : NO_LINK
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

async function findUses(ids: string[]): Promise<Map<string, LinkUse[]>> {
  // Containment (@>) is what the index on `related` answers.
  const rows = useRows.parse(
    await db.$queryRaw`
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
