import { expect, test } from "@playwright/test"
import { type Impact, sentencesOf } from "@/lib/story/impact"

const NOTHING: Impact = { lists: [], slots: [], shownBy: [], namedBy: [] }
const story = (headline: string) => ({ id: headline, headline, address: `/world/${headline}` })

test("what carries a story is told in sentences, and of many the first five are named", () => {
  expect(sentencesOf(NOTHING)).toEqual([])
  const many = ["A", "B", "C", "D", "E", "F", "G"].map((name) => ({ ...story(name), how: "related" as const }))
  expect(
    sentencesOf({
      lists: [
        { name: "World", address: "/world" },
        { name: "the page of Ada", address: "/by/ada" },
      ],
      slots: [
        { page: "the front", place: 2, from: null },
        { page: "World", place: 1, from: new Date("2026-12-01") },
      ],
      shownBy: [...many, { ...story(""), how: "card" }, { ...story("Words"), how: "text" }],
      namedBy: [story("One")],
    }),
  ).toEqual([
    "It has a place on the front (place 2) and World (place 1, from a later moment on): what follows moves up.",
    "It is in the related news of “A”, “B”, “C”, “D”, “E” and 2 more: it disappears there.",
    "It is a card in the text of “a story without a headline”: it disappears there.",
    "It is linked in the text of “Words”: the words stay, the link goes.",
    "It is listed on World and the page of Ada, and in search, sitemaps and feeds.",
    "Drafts that name it: “One”.",
  ])
})
