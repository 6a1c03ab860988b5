import { expect, test } from "@playwright/test"
import { plant } from "./plant"

const sentencesOf = async (files: Record<string, string>) => (await plant(files)).map(({ sentence }) => sentence)

for (const name of [
  "StoryManager",
  "mailService",
  "dateHelpers",
  "stringUtils",
  "StoryData",
  "personInfo",
  "saveHandler",
])
  test(`${name} is a name that says nothing`, async () => {
    const written = [`export const ${name} = 1`, `export function ${name}() {}`, `type ${name} = 1`, `class ${name} {}`]
    for (const text of written)
      expect(await sentencesOf({ "lib/story/a.ts": text })).toEqual([expect.stringContaining("says nothing")])
  })

for (const [theirs, ours] of [
  ["findArticle", "story"],
  ["subtitleOf", "standfirst"],
  ["unpublish", "withdraw"],
  ["killStory", "withdraw"],
  ["trash", "spike"],
  ["CATEGORIES", "section"],
  ["CategoryList", "section"],
])
  test(`${theirs} is not our word for "${ours}"`, async () => {
    const found = await sentencesOf({ "lib/story/a.ts": `export const ${theirs} = 1` })
    expect(found).toEqual([expect.stringContaining(`"${ours}"`)])
  })

test("a word that only contains another is left alone", async () => {
  const text =
    "export const metadata = 1, formatter = 2\nexport const generateMetadata = 1\nexport const articulate = 1"
  expect(await sentencesOf({ "lib/story/a.ts": text })).toEqual([])
})

test("where a standard speaks, its words stand", async () => {
  expect(await sentencesOf({ "components/site/json-ld.tsx": "export const newsArticle = 1" })).toEqual([])
})

test("tables and columns bear the field's words", async () => {
  const text = "model Article {\n  id String\n  subtitle String\n  section Section\n}"
  expect(await sentencesOf({ "prisma/schema.prisma": text })).toEqual([
    expect.stringContaining("Article"),
    expect.stringContaining("subtitle"),
  ])
})

for (const path of [
  "lib/utils/dates.ts",
  "components/hooks/use-saving.ts",
  "app/(newsroom)/newsroom/helpers/a.ts",
  "lib/story/index.ts",
  "lib/story/Story.ts",
  "lib/story/find_story.ts",
  "lib/story/story-service.ts",
  "app/(newsroom)/newsroom/article/page.tsx",
])
  test(`${path} is no name for a file`, async () => {
    expect(await plant({ [path]: "export const a = 1" })).toEqual([
      expect.objectContaining({ rule: "file-name", path }),
    ])
  })

test("Next's own names for doors are allowed", async () => {
  const files = [
    "app/(site)/[section]/[slug]/page.tsx",
    "app/(site)/feed.xml/route.ts",
    "app/api/auth/[...nextauth]/route.ts",
  ]
  expect(await plant(Object.fromEntries(files.map((path) => [path, "export const a = 1"])))).toEqual([])
})
