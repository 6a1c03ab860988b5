import { expect, test } from "@playwright/test"
import fc from "fast-check"
import { layOutFront } from "@/lib/front/front"
import type { ListedStory } from "@/lib/story/live"

const SECTIONS = ["a", "b", "c"].map((slug) => ({ slug, name: slug.toUpperCase() }))

const story = (id: number, section: string, pictured: boolean): ListedStory => ({
  ...{ id: String(id), address: `/${section}/${id}`, headline: `H${id}`, standfirst: "", kicker: "", language: "en" },
  ...{ section: { slug: section, name: section }, byline: [], publishedAt: new Date(id), updatedAt: null },
  picture: pictured ? { id: "p", width: 1, height: 1, widths: [1], alt: "" } : null,
})

const stories = fc
  .array(fc.tuple(fc.constantFrom("a", "b", "c"), fc.boolean()), { maxLength: 40 })
  .map((drawn) => drawn.map(([section, pictured], id) => story(id, section, pictured)))

test("no story stands twice on a front page, and each block holds its own section", () => {
  fc.assert(
    fc.property(stories, (newest) => {
      const { lead, beside, blocks } = layOutFront(newest, SECTIONS)
      const shown = [...(lead ? [lead] : []), ...beside, ...blocks.flatMap((block) => block.stories)]
      expect(new Set(shown.map(({ id }) => id)).size).toBe(shown.length)
      for (const block of blocks) for (const one of block.stories) expect(one.section.slug).toBe(block.section.slug)
      expect(lead === null).toBe(newest.length === 0)
    }),
  )
})

test("the newest story with a picture leads, and what it passes stands beside it", () => {
  const newest = [story(0, "a", false), story(1, "b", true), story(2, "a", true)]
  const { lead, beside } = layOutFront(newest, SECTIONS)
  expect(lead?.id).toBe("1")
  expect(beside.map(({ id }) => id)).toEqual(["0", "2"])
})
