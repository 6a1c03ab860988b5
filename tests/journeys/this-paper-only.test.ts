import { type APIRequestContext, expect, test } from "@playwright/test"
import { db } from "@/lib/db.server"
import type { Person } from "@/lib/people/people"
import { changeRights } from "@/lib/pictures/edit.server"
import { makeSharePicture } from "@/lib/pictures/share.server"
import { storePicture } from "@/lib/pictures/store.server"
import { cast, hire, ORIGIN, openSection, pagesFollow, paragraph, rareWord, storyIn } from "../newsroom"
import { mistakesInNinjs } from "../ninjs"
import { redAndBlue } from "../unit/pictures/files"

const FREE = { for: "ours" as const, sections: [] as string[], until: null, notIn: [] as string[], note: "" }

async function limit(ben: Person, id: string, given: Partial<Parameters<typeof changeRights>[2]>) {
  expect(await changeRights(ben, id, { ...FREE, ...given })).toHaveProperty("done")
  await pagesFollow()
}

async function published() {
  const bytes = await redAndBlue({ width: 300, height: 200 }).jpeg().toBuffer()
  const stored = await storePicture(await hire("reporter"), bytes, { alt: "Red and blue", rights: "Ask Belga." })
  if ("refused" in stored) throw new Error(stored.refused)
  const { id } = stored.picture
  const section = (await openSection()).slug
  const block = { id: rareWord(), kind: "picture" as const, pictureId: id, caption: "Two", credit: "Ada", alt: "Two" }
  const story = await storyIn("published", { section, body: [block, paragraph("Words.")] })
  return { id, section, story, path: `/${section}/${story.text.slug}` }
}

/** Everything of a story that is meant for others than the paper's readers, by its name. */
async function doorsOf(request: APIRequestContext, { path, section }: Awaited<ReturnType<typeof published>>) {
  const read = async (at: string) => {
    const answer = await request.get(at)
    expect(answer.status(), at).toBe(200)
    return answer.text()
  }
  const addresses = [".json", ".ninjs2.json", ".md"].map((ending) => path + ending)
  const feeds = ["feed.xml", "atom.xml", "feed.json"].map((file) => `/${section}/${file}`)
  const doors = new Map<string, string>()
  for (const address of [...addresses, ...feeds]) doors.set(address, await read(address))
  const index = await read("/sitemap.xml")
  const maps = await Promise.all(
    [...index.matchAll(/<loc>[^<]*(\/sitemap-2[^<]*)<\/loc>/g)].map(([, map = ""]) => read(map)),
  )
  const entry = maps.join("").match(new RegExp(`<url><loc>[^<]*${path}</loc>.*?</url>`))?.[0]
  doors.set("the sitemap", entry ?? "the story is in none")
  const page = await read(path)
  const data = /<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/s.exec(page)?.[1]
  doors.set("the structured data", data ?? "there is none")
  doors.set("what networks show", (page.match(/<meta[^>]*(?:og|twitter):image[^>]*>/g) ?? []).join(""))
  doors.set("the page itself", /<article.*<\/article>/s.exec(page)?.[0] ?? "there is none")
  return doors
}

const holding = (doors: ReadonlyMap<string, string>, word: string) =>
  [...doors].flatMap(([door, said]) => (said.includes(word) ? door : []))

test("a picture for this paper only leaves by no door, is on the paper's own page, and goes out again when it may", async ({
  request,
}) => {
  test.slow()
  const { ben } = await cast()
  const given = await published()
  const { id, story } = given
  const open = await doorsOf(request, given)
  // Until the share picture is drawn, the picture itself stands for the story; afterwards it is in that.
  const drawn = open.get("what networks show")?.includes("/share-") ? ["what networks show"] : []
  expect([...holding(open, `/api/pictures/${id}-`), ...drawn].sort(), "every door is looked at").toEqual(
    [...open.keys()].sort(),
  )
  const file = `/api/pictures/${id}-300.jpg`
  expect((await request.get(file)).headers()["cross-origin-resource-policy"]).toBe("cross-origin")
  const ninjs = JSON.parse(open.get(`${given.path}.json`) ?? "")
  expect(ninjs.associations[0].usageTerms).toBe("Ask Belga.")

  for (const only of [{ for: "paper" as const }, { for: "sections" as const, sections: [given.section] }]) {
    await limit(ben, id, only)
    const shut = await doorsOf(request, given)
    expect(holding(shut, id), only.for).toEqual(["the page itself"])
    for (const door of [`${given.path}.json`, `/${given.section}/feed.xml`, "the sitemap"])
      expect(shut.get(door), "the story itself goes out").toContain(story.text.slug)
    expect(shut.get(`/${given.section}/feed.xml`), "with the words of the picture").toContain("Two · Ada")
    const headers = (await request.get(file)).headers()
    expect([headers["cross-origin-resource-policy"], headers["x-robots-tag"]]).toEqual(["same-origin", "noindex"])
  }

  const soon = new Date(Date.now() + 86_400_000)
  await limit(ben, id, { until: soon, notIn: ["SPAIN"] })
  const again = await doorsOf(request, given)
  expect(holding(again, id)).toContain(`/${given.section}/atom.xml`)
  const told = JSON.parse(again.get(`${given.path}.json`) ?? "")
  expect(told.associations[0].usageTerms).toMatch(/^Ask Belga\. Until .* Not in Spain\.$/)
  expect(mistakesInNinjs("3.1", told)).toEqual([])
  expect(mistakesInNinjs("2.2", JSON.parse(again.get(`${given.path}.ninjs2.json`) ?? ""))).toEqual([])

  // What is over leaves feeds and sitemaps at once, too.
  await limit(ben, id, { until: new Date(Date.now() - 1_000) })
  expect(holding(await doorsOf(request, given), id)).toEqual([])
})

test("the share picture of a story is drawn without a picture that is for this paper only", async ({ request }) => {
  test.slow()
  const { ben } = await cast()
  const { id, story, path } = await published()
  const shared = async () => {
    await makeSharePicture({ story: story.id }, new AbortController().signal)
    const { sharePicture } = await db.story.findUniqueOrThrow({ where: { id: story.id } })
    return sharePicture
  }
  const withPicture = await shared()
  await limit(ben, id, { for: "paper" })
  const without = await shared()
  expect(without).toContain(story.id)
  expect(without).not.toBe(withPicture)
  await pagesFollow()
  expect(await (await request.get(path)).text()).toContain(without)
  expect((await request.get(`${ORIGIN}/api/pictures/${withPicture}`)).status()).toBe(404)
})

test("the newsroom's API gives no picture to who is not of the house, and robots are kept from it", async ({
  request,
}) => {
  const { id } = await published()
  for (const path of [`/api/v1/pictures/${id}`, "/api/v1/pictures?q=two"])
    expect((await request.get(path)).status(), path).toBe(401)
  expect(await (await request.get("/robots.txt")).text()).toContain("Disallow: /api/\n")
})
