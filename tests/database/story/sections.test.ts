import { expect, test } from "@playwright/test"
import { db } from "@/lib/db.server"
import {
  addSection,
  addTopic,
  askRelated,
  findSections,
  findTopics,
  removeSection,
  renameSection,
  renameTopic,
} from "@/lib/story/sections.server"
import { cast, openSection, rareWord, storyIn } from "../../newsroom"

test("an administrator adds sections and topics, and gives them other names; their addresses stay", async () => {
  const { cleo } = await cast()
  const word = rareWord()
  expect(await addSection(cleo, { name: `Économie ${word}` })).toMatchObject({ section: { slug: `economie-${word}` } })
  expect(await renameSection(cleo, `economie-${word}`, { name: "Money" })).toMatchObject({ section: { name: "Money" } })
  expect(await findSections()).toContainEqual(expect.objectContaining({ slug: `economie-${word}`, name: "Money" }))
  expect(await addTopic(cleo, { name: `Water ${word}` })).toMatchObject({ topic: { slug: `water-${word}` } })
  expect(await renameTopic(cleo, `water-${word}`, { name: "Rain" })).toMatchObject({ topic: { name: "Rain" } })
  expect(await findTopics()).toContainEqual({ slug: `water-${word}`, name: "Rain" })
})

test("nobody else changes them", async () => {
  const { ada, ben } = await cast()
  for (const person of [ada, ben])
    for (const answer of [
      await addSection(person, { name: "X" }),
      await renameSection(person, "x", { name: "X" }),
      await removeSection(person, "x"),
      await addTopic(person, { name: "X" }),
      await renameTopic(person, "x", { name: "X" }),
    ])
      expect(answer).toMatchObject({ because: "no right" })
})

test("a section may not take an address of the paper's own, of another section, or none at all", async () => {
  const { cleo } = await cast()
  const word = rareWord()
  await addSection(cleo, { name: word })
  for (const input of [{ name: "Newsroom" }, { name: word }, { name: " " }, { name: "X", slug: "A b" }])
    expect(await addSection(cleo, input)).toMatchObject({ because: "bad input" })
})

test("a section goes only when no story is in it, nor ever was before readers", async () => {
  const { cleo } = await cast()
  const word = rareWord()
  await addSection(cleo, { name: word })
  const story = await storyIn("draft", { section: word })
  expect(story.text.section).toBe(word)
  expect(await removeSection(cleo, word)).toMatchObject({ because: "not ready" })
  const empty = rareWord()
  await addSection(cleo, { name: empty })
  expect(await removeSection(cleo, empty)).toEqual({ removed: empty })
})

test("a new name is told in the log, for every page shows it", async () => {
  const { cleo } = await cast()
  const { slug } = await openSection()
  await renameSection(cleo, slug, { name: "Another name" })
  const line = await db.storyEvent.findFirst({ where: { actorId: cleo.id }, orderBy: { position: "desc" } })
  expect(line).toMatchObject({ storyId: null, act: "sections", tags: ["names"] })
})

test("an administrator says how far related news is filled up, from nothing to five", async () => {
  const { ben, cleo } = await cast()
  const { slug } = await openSection()
  expect(await askRelated(ben, slug, 3)).toMatchObject({ because: "no right" })
  for (const most of [-1, 6, 1.5]) expect(await askRelated(cleo, slug, most)).toMatchObject({ because: "bad input" })
  expect(await askRelated(cleo, "no-such", 3)).toMatchObject({ because: "not found" })
  expect(await askRelated(cleo, slug, 3)).toMatchObject({ section: { relatedMost: 3 } })
})
