import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { expect, test } from "@playwright/test"
import { findKnown, unseenOf } from "@/lib/checks/known.server"
import { isDead, lookAtLinks } from "@/lib/checks/links.server"
import type { RuleName } from "@/lib/checks/rules"
import { db } from "@/lib/db.server"
import { isElsewhere } from "@/lib/links/elsewhere"
import { CLOCK, OPERATOR } from "@/lib/people/people"
import { findStory } from "@/lib/story/find.server"
import { perform } from "@/lib/story/perform.server"
import { saveDraft } from "@/lib/story/save.server"
import { askChecks } from "@/lib/story/sections.server"
import { cast, hire, openSection, paragraph, rareWord, storyIn } from "../newsroom"

const LIMITS = { headline: 60, standfirst: null, words: null }

async function sectionThatStops(...blocking: RuleName[]) {
  const { slug } = await openSection()
  const asked = await askChecks(OPERATOR, slug, { blocking, limits: LIMITS })
  if ("refused" in asked) throw new Error(asked.refused)
  return slug
}

const refused = (words: string) => ({ because: "not ready", refused: expect.stringContaining(words) })
const soon = () => new Date(Date.now() + 3_600_000)

test("a placeholder stops every act that puts words before readers, in any section, until it is filled in", async () => {
  const { ada, ben } = await cast()
  const story = await storyIn("filed", { body: [paragraph("The mayor, TK, said so.")] })
  for (const act of ["publish", "schedule"] as const)
    expect(await perform(ben, act, story.id, story.revision, { at: soon() })).toMatchObject(
      refused("A placeholder is left. “The mayor, TK, said so.” Fill it in, or take it out."),
    )
  expect(await perform(ada, "file", story.id, story.revision)).not.toMatchObject(refused("placeholder"))
  const saving = await saveDraft(ben, story.id, story.revision, { body: [paragraph("The mayor, Ann Peel, said so.")] })
  if (!("saved" in saving)) throw new Error("not saved")
  const published = await perform(ben, "publish", story.id, saving.saved.revision)
  expect(published).toMatchObject({ done: { status: "published" } })

  const live = await findStory(story.id)
  const holed = await saveDraft(ben, story.id, live?.revision ?? 0, { body: [paragraph("Ann Peel, TBC, said so.")] })
  if (!("saved" in holed)) throw new Error("not saved")
  for (const act of ["update", "minor", "correct", "scheduleChange"] as const)
    expect(
      await perform(ben, act, story.id, holed.saved.revision, { note: "Her age.", at: soon() }),
      act,
    ).toMatchObject(refused("A placeholder is left."))
})

test("a section chooses what stops its texts: its finding, how many more, and nothing that it did not choose", async () => {
  const { ben } = await cast()
  const section = await sectionThatStops("topic", "longHeadline")
  const long = "Fourteen boats came in before the tide turned at the harbour wall"
  const story = await storyIn("filed", { section, headline: long, standfirst: "", body: [paragraph("It is TK.")] })
  expect(await perform(ben, "publish", story.id, story.revision)).toMatchObject({
    because: "not ready",
    refused:
      "The section does not let this text go out yet. The story has no topic. Choose the topics that it belongs to. 1 more of “To check” stops it too.",
  })
  await db.topic.upsert({ where: { slug: "harbour" }, create: { slug: "harbour", name: "Harbour" }, update: {} })
  const saving = await saveDraft(ben, story.id, story.revision, { topics: ["harbour"] })
  if (!("saved" in saving)) throw new Error("not saved")
  expect(await perform(ben, "publish", story.id, saving.saved.revision)).toMatchObject(refused("longer than the"))
  const free = await sectionThatStops()
  const moved = await saveDraft(ben, story.id, saving.saved.revision, { section: free })
  if (!("saved" in moved)) throw new Error("not saved")
  expect(await perform(ben, "publish", story.id, moved.saved.revision)).toMatchObject({ done: { status: "published" } })
})

test("what was scheduled goes out though its section became stricter, but not with a hole in it", async () => {
  const { ben } = await cast()
  const section = await sectionThatStops("placeholder")
  const [whole, holed] = [await storyIn("scheduled", { section }), await storyIn("scheduled", { section })]
  await askChecks(OPERATOR, section, { blocking: ["placeholder", "topic"], limits: LIMITS })
  const saving = await saveDraft(ben, holed.id, holed.revision, { body: [paragraph("It is TK.")] })
  if (!("saved" in saving)) throw new Error("not saved")
  const later = new Date(Date.now() + 2 * 24 * 3_600_000)
  expect(await perform(CLOCK, "publish", whole.id, whole.revision, {}, later)).toMatchObject({
    done: { status: "published" },
  })
  expect(await perform(CLOCK, "publish", holed.id, saving.saved.revision, {}, later)).toMatchObject(
    refused("A placeholder is left."),
  )
})

test("only an administrator chooses, and only checks that there are", async () => {
  const { slug } = await openSection()
  const editor = await hire("editor")
  expect(await askChecks(editor, slug, { blocking: [], limits: LIMITS })).toMatchObject({ because: "no right" })
  expect(await askChecks(OPERATOR, "no-such", { blocking: [], limits: LIMITS })).toMatchObject({ because: "not found" })
})

test("a word that no live story has is told with the one like it that they have, and a new word is not", async () => {
  const [word, other] = [`q${rareWord()}`.replace(/\d/g, "x"), `z${rareWord()}`.replace(/\d/g, "y")]
  const mistake = word.slice(0, 3) + word.slice(4)
  for (let times = 0; times < 2; times++) await storyIn("published", { headline: `On ${word} ${rareWord()}` })
  await storyIn("published", { body: [paragraph(`It is ${other}.`)] })
  const body = [paragraph(`The ${mistake} came, then the ${word} and ${other} and ${rareWord()}.`)]
  const story = await storyIn("draft", { body })
  expect((await findKnown(story.text)).unused).toEqual({ [mistake]: word })
})

/** A site elsewhere, as far as a test can have one: some of its pages are gone, and some know no HEAD. */
async function site() {
  const asked: string[] = []
  const server = createServer(({ url = "", method }, answer) => {
    asked.push(`${method} ${url}`)
    const status = { "/gone": 410, "/missing": 404, "/ill": 503, "/closed": 403, "/moved": 302, "/round": 302 }[url]
    if (url === "/moved") answer.setHeader("location", "/missing")
    if (url === "/round") answer.setHeader("location", "/round")
    if (url === "/only-get") answer.statusCode = method === "GET" ? 200 : 404
    else answer.statusCode = status ?? 200
    answer.end("x".repeat(100_000))
  })
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  const { port } = server.address() as AddressInfo
  return { at: `http://127.0.0.1:${port}`, asked, close: () => server.close() }
}

test("a link is dead where its page or host is gone, and not where somebody is ill, slow or keeps robots out", async () => {
  const { at, close } = await site()
  try {
    const mayAsk = () => true
    const dead = (path: string) => isDead(at + path, { mayAsk })
    for (const path of ["/gone", "/missing", "/moved"]) expect(await dead(path), path).toBe(true)
    for (const path of ["/", "/ill", "/closed", "/only-get", "/round"]) expect(await dead(path), path).toBe(false)
    expect(await isDead("http://no-such-host.invalid/", { mayAsk })).toBe(true)
    expect(await isDead("http://127.0.0.1:1/", { mayAsk })).toBe(false)
  } finally {
    close()
  }
})

test("nobody is asked who stands beside this server, by name, by number or by a page that sends us there", async () => {
  const { at, asked, close } = await site()
  try {
    for (const host of [at, at.replace("127.0.0.1", "localhost"), at.replace("127.0.0.1", "[::ffff:127.0.0.1]")])
      expect(await isDead(`${host}/gone`), host).toBe(false)
    expect(asked).toEqual([])
    const elsewhere = ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"]
    const ours = ["10.1.2.3", "127.8.8.8", "169.254.169.254", "172.31.0.1", "192.168.1.1", "100.64.0.1", "0.0.0.0"]
    const ours6 = ["::1", "::", "fd00::1", "fe80::1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "ff02::1"]
    expect(elsewhere.map(isElsewhere)).toEqual([true, true])
    expect([...ours, ...ours6].filter(isElsewhere)).toEqual([])
  } finally {
    close()
  }
})

test("a story's links are looked at once a day, and those of our own stories are dead while readers do not have these", async () => {
  const { at, asked, close } = await site()
  try {
    const [live, draft] = [await storyIn("published"), await storyIn("draft")]
    const pathOf = ({ text: { section, slug } }: typeof live) => `/${section}/${slug}`
    const links = [`${at}/gone`, `${at}/${rareWord()}`, pathOf(live), pathOf(draft), "/topics/harbour"]
    const body = links.map((link) => ({ ...paragraph("x"), text: [{ text: "x", link }] }))
    const story = await storyIn("draft", { body })
    expect(await unseenOf(story.text)).toEqual(links.slice(0, 2))
    await lookAtLinks({ story: story.id }, new AbortController().signal, { mayAsk: () => true })
    expect(await unseenOf(story.text)).toEqual([])
    expect(new Set((await findKnown(story.text)).dead)).toEqual(new Set([`${at}/gone`, pathOf(draft)]))
    const before = asked.length
    await lookAtLinks({ story: story.id }, new AbortController().signal, { mayAsk: () => true })
    expect(asked).toHaveLength(before)
  } finally {
    close()
  }
})
