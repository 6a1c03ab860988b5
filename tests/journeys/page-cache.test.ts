import { expect, test } from "@playwright/test"
import { editLink } from "@/lib/related/links.server"
import { renameSection } from "@/lib/story/sections.server"
import { addressOf, type Story } from "@/lib/story/story"
import { programOf } from "../api"
import { fullStory } from "../full-story"
import { hire, ORIGIN, openSection, rareWord, storyIn } from "../newsroom"

const read = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(ORIGIN + path, { headers, redirect: "manual" })
  return { status: answer.status, text: await answer.text(), headers: answer.headers }
}

/** Somebody's program, which performs acts through the API and waits for the answer, and for nothing else. */
async function desk() {
  const ask = await programOf(await hire("editor"))
  return async ({ id, revision }: { id: string; revision: number }, act: string, note = "") => {
    const told = await ask("POST", `/stories/${id}/acts/${act}`, { revision, note })
    expect(told.status, JSON.stringify(told.body)).toBe(200)
    return (told.body as unknown as { story: { id: string; revision: number } }).story
  }
}

test("whoever is told that it was done finds it done: on the page, in lists and feeds, at the very next request", async () => {
  const perform = await desk()
  const { slug: section } = await openSection()
  const story = await storyIn("filed", { section })
  const address = addressOf(story.text)
  const around = [`/${section}`, `/${section}/feed.xml`, "/", "/feed.json", "/sitemap.xml"]
  for (const path of around) expect((await read(path)).text, path).not.toContain(story.text.headline)
  expect((await read(address)).status).toBe(404)

  const live = await perform(story, "publish")
  expect(await read(address)).toMatchObject({ status: 200, text: expect.stringContaining(story.text.headline) })
  for (const path of around.slice(0, 4)) expect((await read(path)).text, path).toContain(story.text.slug)

  const corrected = await perform(live, "correct", "Two is right.")
  expect((await read(address)).text).toContain("Two is right.")
  await perform(corrected, "withdraw", "It never happened.")
  expect(await read(address)).toMatchObject({ status: 410, text: expect.stringContaining("It never happened.") })
  for (const path of around) expect((await read(path)).text, path).not.toContain(story.text.slug)
})

test("a page that relates a story follows it: it comes, changes its headline, and goes", async () => {
  const perform = await desk()
  const [other, ask] = [await storyIn("filed"), await programOf(await hire("editor"))]
  const story = await storyIn("published", { related: [{ story: other.id }] })
  const page = async () => (await read(addressOf(story.text))).text
  expect(await page()).not.toContain(other.text.headline)
  const live = await perform(other, "publish")
  expect(await page()).toContain(other.text.headline)
  const headline = `Another headline ${rareWord()}`
  const saved = await ask("PATCH", `/stories/${other.id}`, { revision: live.revision, headline })
  expect(await page()).not.toContain(headline)
  const updated = await perform(saved.body as unknown as Story, "update")
  expect(await page()).toContain(headline)
  await perform(updated, "withdraw", "It never happened.")
  expect(await page()).not.toContain(headline)
})

test("a new name of a section, and a mended link, are on every page that shows them", async () => {
  const cleo = await hire("admin")
  const story = await fullStory()
  const address = addressOf(story.text)
  await read(address)
  const [name, link] = [`Named ${rareWord()}`, story.text.related.find((item) => "link" in item)]
  await renameSection(cleo, story.text.section, { name })
  await expect.poll(async () => (await read(address)).text).toContain(name)
  const headline = `Elsewhere ${rareWord()}`
  await editLink(cleo, link && "link" in link ? link.link : "", {
    url: "https://elsewhere.test/",
    headline,
    source: "",
  })
  await expect.poll(async () => (await read(address)).text).toContain(headline)
})

test("nothing that a client says makes it another page", async () => {
  const address = addressOf((await storyIn("published")).text)
  const { text, headers } = await read(address)
  const said: Record<string, string>[] = [
    { rsc: "1", "next-router-state-tree": "[]", "next-router-prefetch": "1" },
    { cookie: "__prerender_bypass=1; __next_preview_data=1; standfirst-session=x" },
    {
      "x-forwarded-host": "evil.test",
      "x-middleware-prefetch": "1",
      "x-nextjs-data": "1",
      "x-invoke-path": "/newsroom",
    },
    { "accept-language": "fr", "user-agent": "Googlebot" },
  ]
  for (const one of said) expect((await read(address, one)).text).toBe(text)
  for (const query of ["?utm_source=x", "?_rsc=abc", "?page=1", "?__nextDefaultLocale=nl"])
    expect((await read(address + query)).headers.get("etag")).toBe(headers.get("etag"))
})

test("who holds the page is told so; a HEAD has its headers", async () => {
  const address = addressOf((await storyIn("published")).text)
  const { headers } = await read(address)
  const etag = headers.get("etag") ?? ""
  expect(etag).toMatch(/^"[\w-]+"$/)
  expect(await read(address, { "if-none-match": etag })).toMatchObject({ status: 304, text: "" })
  const head = await fetch(ORIGIN + address, { method: "HEAD" })
  expect([head.status, head.headers.get("etag"), await head.text()]).toEqual([200, etag, ""])
})
