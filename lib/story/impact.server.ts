import "server-only"
import { z } from "zod"
import { db } from "../db.server"
import { findArranged } from "../front/arranged.server"
import { FRONT } from "../front/arrangement"
import { type Impact, sentencesOfMove } from "./impact"
import { findSectionNames } from "./listed.server"
import { addressOf, type Story } from "./story"

/** What carries a story now, on readers' pages and in drafts. Null: there is no such story. */
export async function impactOf(id: string): Promise<Impact | null> {
  if (!z.uuid().safeParse(id).success) return null
  const story = await db.story.findUnique({ where: { id }, select: { live: true } })
  if (!story) return null
  const [lists, slots, { shownBy, namedBy }] = await Promise.all([
    story.live ? listsOf(story.live) : [],
    slotsOf(id),
    leadingTo(id),
  ])
  return { lists, slots, shownBy, namedBy }
}

/** What readers will notice of another address; null: it stays where it is, or readers do not have it. */
export async function moveOf({ id, text, liveId }: Story): Promise<string[] | null> {
  const live = liveId && (await db.version.findUnique({ where: { id: liveId }, select: { section: true, slug: true } }))
  if (!live || addressOf(live) === addressOf(text)) return null
  const [slots, { shownBy }] = await Promise.all([slotsOf(id), leadingTo(id)])
  return sentencesOfMove({ from: addressOf(live), to: addressOf(text) }, { slots, shownBy })
}

const people = z.array(z.object({ personId: z.string().nullish() }))

async function listsOf({ section, topics, byline }: { section: string; topics: string[]; byline: unknown }) {
  const ids = people.parse(byline).flatMap(({ personId }) => personId ?? [])
  const [sections, topicRows, personRows] = await Promise.all([
    db.section.findMany({ where: { slug: section } }),
    db.topic.findMany({ where: { slug: { in: topics } }, orderBy: { name: "asc" } }),
    db.person.findMany({ where: { id: { in: ids } }, orderBy: { name: "asc" } }),
  ])
  return [
    ...sections.map(({ name, slug }) => ({ name, address: `/${slug}` })),
    ...topicRows.map(({ name, slug }) => ({ name, address: `/topic/${slug}` })),
    ...personRows.map(({ name, slug }) => ({ name: `the page of ${name}`, address: `/by/${slug}` })),
  ]
}

/** Places in force, and those that are arranged for later. */
async function slotsOf(id: string): Promise<Impact["slots"]> {
  const [pages, sections] = await Promise.all([
    db.$queryRaw<{ page: string }[]>`
      SELECT DISTINCT page FROM "Arrangement" WHERE slots @> jsonb_build_array(jsonb_build_object('story', ${id}::text))`,
    findSectionNames(),
  ])
  const nameOf = (page: string) =>
    page === FRONT ? "the front" : (sections.find(({ slug }) => slug === page)?.name ?? page)
  const found = await Promise.all(
    pages.map(async ({ page }) => {
      const { inForce, coming } = await findArranged(page)
      const places = [
        ...(inForce ? [{ slots: inForce.slots, from: null }] : []),
        ...coming.map(({ slots, from }) => ({ slots, from })),
      ]
      return places.flatMap(({ slots, from }) => {
        const at = slots.findIndex(({ story }) => story === id)
        return at < 0 ? [] : [{ page: nameOf(page), place: at + 1, from }]
      })
    }),
  )
  return found.flat()
}

const rows = z.array(
  z.object({
    ...{ id: z.string(), headline: z.string(), section: z.string(), slug: z.string() },
    how: z.enum(["related", "card", "text", "draft"]),
  }),
)

/** Indexes answer by containment: on `related`, and on the ids of the cards in a body. What words lead to is known a moment after publication. */
async function leadingTo(id: string): Promise<Pick<Impact, "shownBy" | "namedBy">> {
  const found = rows.parse(
    await db.$queryRaw`
      SELECT s.id, v.headline, v.section, v.slug, 'related' AS how FROM "Version" v JOIN "Story" s ON s."liveId" = v.id
        WHERE v.related @> jsonb_build_array(jsonb_build_object('story', ${id}::text)) AND s.id <> ${id}::uuid
          AND EXISTS (SELECT FROM jsonb_array_elements(v.related) item WHERE item->>'story' = ${id} AND item->'hidden' IS NULL
            AND coalesce((item->>'from')::timestamptz <= now(), true) AND coalesce(now() < (item->>'until')::timestamptz, true))
      UNION ALL
      SELECT s.id, v.headline, v.section, v.slug, 'card' FROM "Version" v JOIN "Story" s ON s."liveId" = v.id
        WHERE jsonb_path_query_array(v.body, '$[*].storyId') @> to_jsonb(${id}::text) AND s.id <> ${id}::uuid
      UNION ALL
      SELECT s.id, v.headline, v.section, v.slug, 'text' FROM "Clue" c JOIN "StoryClue" o ON o."clueId" = c.id
        JOIN "Story" s ON s.id = o."storyId" JOIN "Version" v ON v.id = s."liveId"
        WHERE c."of" = 'link' AND c.key = ${id}::text AND s.id <> ${id}::uuid
          AND NOT v.related @> jsonb_build_array(jsonb_build_object('story', ${id}::text))
          AND NOT jsonb_path_query_array(v.body, '$[*].storyId') @> to_jsonb(${id}::text)
      UNION
      SELECT s.id, s.headline, s.section, s.slug, 'draft' FROM "Story" s
        WHERE s.status NOT IN ('spiked', 'withdrawn') AND s.id <> ${id}::uuid
          AND (s.related @> jsonb_build_array(jsonb_build_object('story', ${id}::text))
            OR jsonb_path_query_array(s.body, '$[*].storyId') @> to_jsonb(${id}::text))
      ORDER BY headline, id`,
  )
  const shown = found.flatMap(({ how, section, slug, ...story }) =>
    how === "draft" ? [] : [{ ...story, how, address: addressOf({ section, slug }) }],
  )
  const drafts = found.filter(({ how, id: other }) => how === "draft" && shown.every((one) => one.id !== other))
  return { shownBy: shown, namedBy: drafts.map(({ id: other, headline }) => ({ id: other, headline })) }
}
