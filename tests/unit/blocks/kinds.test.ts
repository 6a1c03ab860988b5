import { expect, test } from "@playwright/test"
import { anchorsOf } from "@/lib/blocks/anchors"
import { BLOCKS, type Block, body, htmlOfBlock, wordsOfBlock } from "@/lib/blocks/blocks"
import {
  addressOfEmbed,
  hostOfEmbed,
  isEmbedId,
  PROVIDERS,
  type Provider,
  readEmbedAddress,
} from "@/lib/blocks/providers"
import type { StoredBlock } from "@/lib/blocks/stored"

const STORY = "01a20bc1-d049-75bb-95e5-86347f3d7093"
const story = (id: string) => (id === STORY ? { address: "https://paper.test/a/b", headline: "A & B" } : undefined)
const around = { origin: "https://paper.test", picture: () => undefined, story }

const whole: Block[] = [
  { kind: "pullQuote", id: "a", quote: "Words <large>", speaker: "Somebody" },
  { kind: "embed", id: "b", provider: "youtube", item: "jNQXAC9IVRw", title: "What there is", credit: "Photo: Us" },
  { kind: "table", id: "c", caption: "Prices", head: ["Thing", "Euro"], rows: [["Bread", "2.10"]] },
  {
    kind: "factBox",
    id: "d",
    heading: "In short",
    body: [
      { kind: "paragraph", id: "e", text: [{ text: "One" }] },
      { kind: "quote", id: "f", text: [{ text: "Two" }], speaker: "Three" },
      { kind: "list", id: "g", ordered: true, items: [[{ text: "Four" }]] },
    ],
  },
  { kind: "relatedStory", id: "h", storyId: STORY },
]

test("a body may hold every kind, and an unknown field of any is refused with its path", () => {
  expect(body.safeParse(whole).error).toBeUndefined()
  for (const [index, block] of whole.entries()) {
    const issues = body.safeParse(whole.map((one, at) => (at === index ? { ...block, colour: "red" } : one))).error
      ?.issues
    expect(issues?.[0]).toMatchObject({ code: "unrecognized_keys", path: [index], keys: ["colour"] })
  }
})

test("the words and the HTML of a block hold every word that a reader sees", () => {
  for (const block of whole.slice(0, 4)) {
    const html = htmlOfBlock(block, around)
    for (const line of wordsOfBlock(block).split("\n"))
      for (const word of line.split(/\s+/)) expect(html).toContain(word.replace("<", "&lt;").replace(">", "&gt;"))
  }
  const card: Block = { kind: "relatedStory", id: "h", storyId: STORY }
  expect(htmlOfBlock(card, around)).toBe('<p><a href="https://paper.test/a/b">A &amp; B</a></p>')
  expect(htmlOfBlock({ ...card, storyId: crypto.randomUUID() }, around)).toBe("")
  expect(Object.keys(BLOCKS).length).toBe(11)
})

const IDS: Record<Provider, { good: string[]; bad: string[]; address: string; host: string; copied: string[] }> = {
  youtube: {
    good: ["jNQXAC9IVRw"],
    bad: ["", "jNQXAC9IVR", "jNQXAC9IVRw&t=1", "../watch?v=x"],
    address: "https://www.youtube.com/watch?v=jNQXAC9IVRw",
    host: "youtube.com",
    copied: [
      "https://youtu.be/jNQXAC9IVRw?t=3",
      "youtube.com/shorts/jNQXAC9IVRw",
      "https://m.youtube.com/watch?v=jNQXAC9IVRw&a=b",
    ],
  },
  vimeo: {
    good: ["76979871", "76979871/ab12cd34ef"],
    bad: ["7697x", "1/../../x", "76979871/AB"],
    address: "https://vimeo.com/76979871",
    host: "vimeo.com",
    copied: ["https://vimeo.com/76979871"],
  },
  x: {
    good: ["20"],
    bad: ["jack/20", "-1", "123456789012345678901"],
    address: "https://x.com/i/status/20",
    host: "x.com",
    copied: ["https://x.com/jack/status/20", "https://twitter.com/jack/status/20?s=21"],
  },
  mastodon: {
    good: ["mastodon.social/@desk/112233", "a-b.example.org/@d_e@other.example/1"],
    bad: [
      "mastodon.social@evil.test/@desk/1",
      "mastodon.social/@desk",
      "localhost/@desk/1",
      "x.test:80/@a/1",
      "//x.test/@a/1",
    ],
    address: "https://mastodon.social/@desk/112233",
    host: "mastodon.social",
    copied: ["https://mastodon.social/@desk/112233"],
  },
  bluesky: {
    good: ["desk.bsky.social/3kabcdefgh2ij", "did:plc:abcdefghijklmnopqrstuvwx/3kabcdefgh2ij"],
    bad: ["desk/3kabcdefgh2ij", "desk.bsky.social/3kabc", "desk.bsky.social/3kabcdefgh2i1", "a.b/../3kabcdefgh2ij"],
    address: "https://bsky.app/profile/desk.bsky.social/post/3kabcdefgh2ij",
    host: "bsky.app",
    copied: ["https://bsky.app/profile/desk.bsky.social/post/3kabcdefgh2ij"],
  },
  instagram: {
    good: ["CxYz_12-abc"],
    bad: ["p/CxYz", "a", "x?y=zzzzzz"],
    address: "https://www.instagram.com/p/CxYz_12-abc/",
    host: "instagram.com",
    copied: ["https://www.instagram.com/reel/CxYz_12-abc/?x=y", "instagram.com/somebody/p/CxYz_12-abc/"],
  },
}

for (const provider of Object.keys(PROVIDERS) as Provider[])
  test(`an embed of ${PROVIDERS[provider].name} takes ids of its own shape only, and reads copied addresses`, () => {
    const { good, bad, address, host, copied } = IDS[provider]
    const [item = ""] = good
    for (const id of good) expect(isEmbedId(provider, id), id).toBe(true)
    for (const id of bad) expect(isEmbedId(provider, id), id).toBe(false)
    expect(addressOfEmbed(provider, item)).toBe(address)
    expect(hostOfEmbed(provider, item)).toBe(host)
    for (const one of copied) expect(readEmbedAddress(one), one).toEqual({ provider, item })
    expect(body.safeParse([{ kind: "embed", id: "b", provider, item: bad[0] }]).error?.issues[0]?.path).toEqual([
      0,
      "item",
    ])
  })

test("an address of none of them is read as nothing", () => {
  for (const address of [
    "",
    "javascript:alert(1)",
    "https://evil.test/watch?v=jNQXAC9IVRw",
    "https://notyoutube.com/watch?v=jNQXAC9IVRw",
  ])
    expect(readEmbedAddress(address)).toBeUndefined()
})

test("an embed without an item is named by its own id", () => {
  const named = { kind: "embed", id: "jNQXAC9IVRw", provider: "youtube" } as const
  expect(body.safeParse([named]).success).toBe(true)
  expect(htmlOfBlock(named, around)).toContain("watch?v=jNQXAC9IVRw")
  expect(body.safeParse([{ ...named, id: "b1" }]).error?.issues[0]?.message).toBe("This is no id of YouTube.")
})

test("a table's rows are as long as its head, and ids are once in a body, boxes included", () => {
  const uneven = { kind: "table", id: "t", caption: "", head: ["A", "B"], rows: [["1", "2"], ["1"]] }
  expect(body.safeParse([uneven]).error?.issues[0]).toMatchObject({ path: [0, "rows", 1] })
  const [box] = whole.slice(3)
  const twice = body.safeParse([{ kind: "divider", id: "e" }, box]).error?.issues[0]
  expect(twice).toMatchObject({ path: [1, "body", 0, "id"], message: "Two blocks have the id e." })
  expect(
    body.safeParse([{ kind: "factBox", id: "x", heading: "", body: [{ kind: "divider", id: "y" }] }]).success,
  ).toBe(false)
})

const heads = (...texts: string[]): StoredBlock[] =>
  texts.map((text, at) => ({ kind: "crosshead", id: `${text.slice(0, 1)}${at}`, text }))

test("a crosshead's anchor is its words, once on the page, and stays when others come", () => {
  const anchors = (blocks: StoredBlock[]) => anchorsOf(blocks, "en").map(({ anchor }) => anchor)
  expect(anchors(heads("What then?", "Who pays & why", "What then?"))).toEqual([
    "what-then",
    "who-pays-and-why",
    "what-then-W2",
  ])
  const given = heads("One", "Two", "One")
  const before = anchorsOf(given, "en")
  const after = anchorsOf([...heads("New"), ...given, ...heads("Newer")], "en")
  for (const one of before) expect(after).toContainEqual(one)
  // A name that the page has already is not given twice.
  expect(anchors(heads("Related news", "Content"))).toEqual(["related-news-R0", "content-C1"])
})
