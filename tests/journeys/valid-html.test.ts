import { expect, test } from "@playwright/test"
import { HtmlValidate } from "html-validate"
import { dayAddress, dayAt, monthAddress, yearAddress } from "@/lib/archive/days"
import { fullStory } from "../full-story"
import { storyIn } from "../newsroom"

const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:standard", "html-validate:a11y", "html-validate:document"],
  // Files of our own origin need no digest.
  rules: { "require-sri": ["error", { target: "crossorigin" }] },
})

async function errorsOf(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html)
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${message} (${ruleId})`),
  )
}

test("the validator finds what is wrong with a page", async () => {
  expect(await errorsOf("<!DOCTYPE html><html><head></head><body><p><div></div></p></body></html>")).not.toEqual([])
})

test("every kind of public page is valid HTML", async ({ request }) => {
  const story = await fullStory()
  const withdrawn = await storyIn("withdrawn")
  const { section, slug, topics, byline } = story.text
  const paths = ["/", `/${section}`, `/${section}/${slug}`, "/corrections", "/never-was", `/${section}/never-was`]
  paths.push(`/${withdrawn.text.section}/${withdrawn.text.slug}`, ...topics.map((topic) => `/topics/${topic}`))
  paths.push(...byline.flatMap(({ name }) => `/by/${name.split(" ").at(-1)}`))
  const day = dayAt(story.firstPublishedAt ?? new Date())
  paths.push("/archive", yearAddress(day.year), monthAddress(day.year, day.month), dayAddress(day), "/about/security")
  for (const path of paths) {
    const html = await (await request.get(path)).text()
    expect(await errorsOf(html), path).toEqual([])
  }
})
