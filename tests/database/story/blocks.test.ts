import { randomUUID } from "node:crypto"
import { expect, test } from "@playwright/test"
import { newStory, textOfInput } from "@/lib/api/story-input.server"
import { resolveRelated } from "@/lib/related/related.server"
import { findLive } from "@/lib/story/live.server"
import { perform } from "@/lib/story/perform.server"
import { saveDraft } from "@/lib/story/save.server"
import { cast, done, hire, openSection, paragraph, storyIn } from "../../newsroom"

async function read(text: { section: string; slug: string }) {
  const found = await findLive(text.section, text.slug)
  if (!("live" in found)) throw new Error("not live")
  return found.live
}

test("a story card tells of the other story what is live, from its publication to its withdrawal", async () => {
  const { ben } = await cast()
  const section = (await openSection()).slug
  const other = await storyIn("filed", { section, kicker: "Analysis" })
  const story = await storyIn("published", {
    section,
    body: [paragraph("Words."), { kind: "relatedStory", id: "a", storyId: other.id }],
  })
  const before = await read(story.text)
  expect(before.cards.size).toBe(0)
  // The page waits for it: its publication drops the page.
  expect(before.tags).toContain(`story:${other.id}`)

  const published = done(await perform(ben, "publish", other.id, other.revision))
  const saved = await saveDraft(ben, other.id, published.revision, { headline: "A draft that nobody sees" })
  expect([...(await read(story.text)).cards.values()]).toMatchObject([
    { headline: other.text.headline, kicker: "Analysis", address: `/${section}/${other.text.slug}` },
  ])

  const revision = "saved" in saved ? saved.saved.revision : 0
  done(await perform(ben, "withdraw", other.id, revision, { note: "It never happened." }))
  expect((await read(story.text)).cards.size).toBe(0)
})

test("a card of itself, of no story, and a poster that was never uploaded are refused, with their paths", async () => {
  const ben = await hire("editor")
  const story = await storyIn("draft")
  const save = (block: object) =>
    saveDraft(ben, story.id, story.revision, { body: [{ id: "a", ...block }] } as unknown as Parameters<
      typeof saveDraft
    >[3])
  expect(await save({ kind: "relatedStory", storyId: story.id })).toMatchObject({
    fields: { "body.0.storyId": "A story holds no card of itself." },
  })
  expect(await save({ kind: "relatedStory", storyId: randomUUID() })).toMatchObject({
    fields: { "body.0.storyId": "There is no such story." },
  })
  const poster = { kind: "embed", provider: "youtube", item: "jNQXAC9IVRw", pictureId: randomUUID() }
  expect(await save(poster)).toMatchObject({
    fields: { "body.0.pictureId": "There is no such picture: upload it first." },
  })
})

test("the reason of a related item is kept, shown to the newsroom and to readers, and may be left out", async () => {
  const ben = await hire("editor")
  const section = (await openSection()).slug
  const [one, two] = [await storyIn("published", { section }), await storyIn("published", { section })]
  const input = newStory.parse({
    ...{ headline: "H", section },
    related: [{ story: one.id, reason: " Background " }, { story: two.id }],
  })
  const settled = await textOfInput(ben, input)
  if ("refused" in settled) throw new Error(settled.refused)
  const story = await storyIn("published", { section, related: settled.text.related ?? [] })
  expect(story.text.related).toEqual([{ story: one.id, reason: "Background" }, { story: two.id }])
  expect((await resolveRelated(story.text.related)).map(({ reason }) => reason)).toEqual(["Background", undefined])
  expect((await read(story.text)).related.map(({ reason }) => reason)).toEqual(["Background", undefined])
  for (const reason of ["", "x".repeat(81)])
    expect(newStory.safeParse({ headline: "H", section, related: [{ story: one.id, reason }] }).success).toBe(false)
})

test("blocks that a program sends without ids get them, those within a fact box too", () => {
  const sent = [
    { kind: "factBox", heading: "H", body: [{ kind: "paragraph", text: [{ text: "One" }] }] },
    { kind: "embed", provider: "youtube", id: "jNQXAC9IVRw" },
  ]
  const { body } = newStory.parse({ headline: "H", section: "s", body: sent })
  const [box, video] = body ?? []
  expect(box?.kind === "factBox" && box.body[0]?.id).toMatch(/^[0-9a-f-]{36}$/)
  expect(video).toEqual({ kind: "embed", provider: "youtube", id: "jNQXAC9IVRw" })
})
