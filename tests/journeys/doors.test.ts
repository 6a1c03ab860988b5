import { expect, test } from "@playwright/test"
import { db } from "@/lib/db.server"
import { keyOf, pageOf } from "@/lib/links/pages.server"
import { can, type Right } from "@/lib/people/can"
import type { Person, Role } from "@/lib/people/people"
import { addLink } from "@/lib/related/links.server"
import { ACT_NAMES, type Act, actsOpenTo, rowOf, wordOf } from "@/lib/story/acts"
import { STATUSES, type Story } from "@/lib/story/story"
import { bearerOf, cookieOf, disable, hire, openSection, rareWord, storyIn } from "../newsroom"

const ROLES = ["reporter", "editor", "admin"] as const
const SIGN_IN = /^\/newsroom\/sign-in/

/** Everybody who may stand before a door: with what they show, and the role that it gives them. */
async function visitors() {
  const people = await Promise.all(ROLES.map((role) => hire(role)))
  const gone = await hire("admin")
  const [goneCookie, goneBearer] = [await cookieOf(gone), await bearerOf(gone)]
  await disable(gone)
  const nobody = [
    { who: "nobody", headers: {} },
    { who: "a disabled admin with a cookie", headers: goneCookie },
    { who: "a disabled admin with a token", headers: goneBearer },
    { who: "somebody with a made-up cookie", headers: { cookie: "standfirst-session=made-up" } },
    { who: "somebody with a made-up token", headers: { authorization: `Bearer standfirst_${"a".repeat(43)}` } },
  ]
  return { nobody, people }
}

test("every page of the newsroom sends whoever is not signed in to the sign-in screen", async ({ request }) => {
  const { nobody } = await visitors()
  const story = await storyIn("draft")
  const pages = [
    "",
    "/import",
    "/front",
    "/front/front/preview",
    `/front/${story.text.section}`,
    `/front/${story.text.section}/preview`,
    "/related",
    ...["/related/many", "/related/changes", "/related/files"],
    "/people",
    "/settings",
    `/stories/${story.id}`,
    `/stories/${story.id}/preview`,
    `/stories/${story.id}/changes`,
    `/stories/${story.id}/history`,
    "/coming",
    "/pictures",
    "/jobs",
  ]
  for (const page of pages)
    for (const { who, headers } of nobody) {
      const answer = await request.get(`/newsroom${page}`, { headers, maxRedirects: 0 })
      expect(answer.status(), `${who} at ${page}`).toBe(307)
      expect(answer.headers().location, `${who} at ${page}`).toMatch(SIGN_IN)
      expect(await answer.text(), `${who} at ${page}`).not.toContain(story.text.headline)
    }
})

test("an address that leads nowhere says so, in every part of the house", async ({ request }) => {
  const cookie = await cookieOf(await hire("reporter"))
  for (const path of [
    "/newsroom/never-was",
    "/newsroom/stories/never-was",
    ...["preview", "changes", "history"].map((page) => `/newsroom/stories/never-was/${page}`),
    "/api",
    "/api/never-was",
    "/_next/never-was",
    "/never/was",
  ]) {
    const answer = await request.get(path, { headers: cookie })
    expect(answer.status(), path).toBe(404)
  }
})

test("the list of people is shown to administrators alone", async ({ request }) => {
  const stranger = await hire("reporter")
  for (const role of ROLES) {
    const answer = await request.get(`/newsroom/people?q=${stranger.email}`, {
      headers: await cookieOf(await hire(role)),
    })
    expect((await answer.text()).includes(stranger.email), role).toBe(role === "admin")
  }
})

test("the picture of a page elsewhere is shown to administrators alone", async ({ request }) => {
  const url = `https://${rareWord()}.example/`
  const link = await addLink(await hire("reporter"), { url, headline: "Elsewhere" })
  if ("refused" in link) throw new Error(link.refused)
  await pageOf(url)
  await db.outsidePage.update({ where: { sha256: keyOf(url) }, data: { picture: new Uint8Array([1, 2, 3]) } })
  const { nobody, people } = await visitors()
  const seen = [
    ...nobody,
    ...(await Promise.all(people.map(async (one) => ({ who: one.role, headers: await cookieOf(one) })))),
  ]
  for (const { who, headers } of seen) {
    const answer = await request.get(`/newsroom/related/pictures/${link.link.id}`, { headers, maxRedirects: 0 })
    expect(answer.status() === 200, who).toBe(who === "admin")
  }
})

test("all related news as a file is given to administrators alone", async ({ request }) => {
  const story = await storyIn("draft", { related: [{ story: (await storyIn("draft")).id }] })
  const { nobody, people } = await visitors()
  const seen = [
    ...nobody,
    ...(await Promise.all(people.map(async (one) => ({ who: one.role, headers: await cookieOf(one) })))),
  ]
  for (const form of ["csv", "json"])
    for (const { who, headers } of seen) {
      const answer = await request.get(`/newsroom/related/files/${form}`, { headers, maxRedirects: 0 })
      expect((await answer.text()).includes(story.id), `${form} for ${who}`).toBe(who === "admin")
    }
})

test("the desk of the front is shown to editors and administrators alone", async ({ request }) => {
  for (const role of ROLES) {
    const answer = await request.get("/newsroom/front", { headers: await cookieOf(await hire(role)) })
    expect((await answer.text()).includes("Undo last change"), role).toBe(can({ role }, "front"))
  }
})

type Door = { door: string; right: Right; method: string; path: string; data?: unknown; type?: string }

async function doorsOfTheApi(): Promise<Door[]> {
  const story = await storyIn("draft")
  const at = `/stories/${story.id}`
  const { revision } = story
  const section = (await openSection()).slug
  return [
    { door: "newslist", right: "read", method: "GET", path: "/stories" },
    {
      door: "news of the newslist",
      right: "read",
      method: "GET",
      path: `/newslist?since=${new Date(0).toISOString()}`,
    },
    { door: "palette", right: "read", method: "GET", path: "/palette?q=a" },
    {
      ...{ door: "preview of acts", right: "read" as const, method: "POST", path: "/acts/preview" },
      data: { act: "file", stories: [story.id] },
    },
    { door: "story", right: "read", method: "GET", path: at },
    { door: "related items", right: "read", method: "GET", path: `${at}/related` },
    { door: "impact", right: "read", method: "GET", path: `${at}/impact` },
    { door: "changes", right: "read", method: "GET", path: `${at}/changes` },
    { door: "receipts", right: "read", method: "GET", path: `${at}/receipts` },
    { door: "aside", right: "read", method: "GET", path: `${at}/aside` },
    { door: "versions", right: "read", method: "GET", path: `${at}/versions` },
    { door: "events", right: "read", method: "GET", path: "/events" },
    { door: "new story", right: "write", method: "POST", path: "/stories", data: { headline: "A", section, body: [] } },
    { door: "saving", right: "write", method: "PATCH", path: at, data: { revision, standfirst: rareWord() } },
    { door: "draft", right: "read", method: "GET", path: `${at}/draft` },
    { door: "saving small", right: "write", method: "PATCH", path: `${at}/draft`, data: { revision, fields: {} } },
    { door: "shown to", right: "read", method: "GET", path: `${at}/preview-links` },
    { door: "showing", right: "write", method: "POST", path: `${at}/preview-links`, data: { days: 1 } },
    {
      ...{ door: "showing no more", right: "write" as const, method: "DELETE" },
      path: `${at}/preview-links/${crypto.randomUUID()}`,
    },
    { door: "checks", right: "read", method: "GET", path: `${at}/checks` },
    { door: "being there", right: "read", method: "POST", path: `${at}/presence`, data: { tab: rareWord() } },
    { door: "relating", right: "write", method: "PUT", path: `${at}/related`, data: { revision, items: [] } },
    { door: "arranged page", right: "read", method: "GET", path: `/front/${section}` },
    {
      ...{ door: "arranging", right: "front" as const, method: "PUT", path: `/front/${section}` },
      data: { revision: 0, slots: [] },
    },
    {
      door: "import",
      right: "import",
      method: "POST",
      path: "/import",
      data: "A headline\n\nA text.",
      type: "text/plain",
    },
    { door: "upload", right: "pictures", method: "POST", path: "/pictures/uploads", data: { size: 9 } },
    {
      ...{ door: "replacing a picture", right: "update" as const, method: "POST" },
      ...{ path: `/pictures/${story.id}/replacement`, data: "x", type: "image/png" },
    },
    { door: "picture", right: "pictures", method: "POST", path: "/pictures", data: "x", type: "image/png" },
  ]
}

const asked = ({ method, data, type }: Door, headers: Record<string, string>) => ({
  method,
  headers: { ...headers, ...(data !== undefined && { "content-type": type ?? "application/json" }) },
  ...(data !== undefined && { data: typeof data === "string" ? data : JSON.stringify(data) }),
})

test("every door of the API is shut to whoever is not signed in", async ({ request }) => {
  const { nobody } = await visitors()
  for (const door of await doorsOfTheApi())
    for (const { who, headers } of nobody) {
      const answer = await request.fetch(`/api/v1${door.path}`, asked(door, headers))
      expect(answer.status(), `${who} at ${door.door}`).toBe(401)
    }
})

test("with the newsroom's session, every writing door of the API wants the own origin", async ({ request }) => {
  const cookie = await cookieOf(await hire("admin"))
  for (const door of await doorsOfTheApi())
    for (const origin of [undefined, "https://evil.test", "null"])
      if (door.method !== "GET") {
        const headers = { ...cookie, ...(origin && { origin }) }
        const answer = await request.fetch(`/api/v1${door.path}`, asked(door, headers))
        expect(answer.status(), `${door.door} from ${origin}`).toBe(403)
      }
})

/** With nothing new, and nothing planned, there is nothing for these to do. */
const NEED_MORE: readonly Act[] = ["update", "minor", "scheduleChange", "cancelChange", "liftEmbargo", "keepUp"]

test("every act × status × role through the API is answered as the tables say", { tag: "@sweep" }, async ({
  request,
}) => {
  test.slow()
  for (const role of ROLES) {
    const person = await hire(role)
    const headers = await bearerOf(person)
    for (const status of STATUSES) {
      // What was refused changed nothing, so the next is asked of the same story.
      let story = await storyIn(status)
      for (const act of ACT_NAMES) {
        const data = { revision: story.revision, note: "A word.", ...(rowOf(act).asksWhen && { at: timeFor(act) }) }
        const answer = await request.post(`/api/v1/stories/${story.id}/acts/${wordOf(act)}`, { headers, data })
        expect(answer.status(), `${role}: ${act} of a story that is ${status}`).toBe(expected(person, act, story))
        if (answer.ok()) story = await storyIn(status)
      }
    }
  }
})

function expected(person: Person, act: Act, story: Story) {
  const lacksMore = NEED_MORE.includes(act) || (act === "approve" && story.status === "published")
  if (actsOpenTo(person, story).includes(act) && !lacksMore) return 200
  const may = rowOf(act).from.includes(story.status) ? can(person, act, story) : can(person, act)
  return may ? 409 : 403
}

/** An embargo ends before what is scheduled, a withdrawal comes after it. */
const timeFor = (act: Act) => new Date(Date.now() + (act === "embargo" ? 1 : 48) * 60 * 60 * 1_000).toISOString()

test("a role writes in the states that the table gives it, through the API as well", async ({ request }) => {
  for (const role of ROLES) {
    const person: Person = await hire(role)
    const headers = await bearerOf(person)
    for (const status of STATUSES) {
      const story = await storyIn(status)
      const data = { revision: story.revision, standfirst: rareWord() }
      const answer = await request.patch(`/api/v1/stories/${story.id}`, { headers, data })
      const expected = can({ role: role satisfies Role }, "write", story) ? 200 : 403
      expect(answer.status(), `${role} writes in a story that is ${status}`).toBe(expected)
    }
  }
})
