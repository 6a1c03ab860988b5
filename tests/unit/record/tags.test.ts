import { expect, test } from "@playwright/test"
import { tagsOfChange, tagsOfPage } from "@/lib/record/tags"

const A = "0b5cf5c6-6b1f-4a52-9f43-0c9d7a4c1d11"
const B = "0b5cf5c6-6b1f-4a52-9f43-0c9d7a4c1d12"

test("a story that moves touches the lists that it leaves and those that it comes to, each once", () => {
  const before = { section: "world", topics: ["asylum"], byline: [{ personId: B, name: "Ada" }] }
  const after = { section: "belgium", topics: ["asylum"], byline: [{ name: "Belga" }] }
  expect(tagsOfChange(A, [before, after])).toEqual([
    ...[`story:${A}`, "paper", "section:world", "topic:asylum", `person:${B}`, "section:belgium"],
  ])
})

test("a page depends on everything that it relates, public or not", () => {
  expect(tagsOfPage({ id: A, related: [{ story: B }, { link: A }, { story: B }] })).toEqual([
    ...[`story:${A}`, `story:${B}`, `link:${A}`],
  ])
})
