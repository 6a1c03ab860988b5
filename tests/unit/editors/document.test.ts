import { expect, test } from "@playwright/test"
import { getSchema } from "@tiptap/core"
import fc from "fast-check"
import { BODY_SCHEMA } from "@/components/editors/body-schema"
import { fromDocument, toDocument } from "@/components/editors/document"
import { type Block, body } from "@/lib/blocks/blocks"
import { type Inline, textOf } from "@/lib/blocks/inline"

const words = fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }).map((text) => text.replace(/\p{Cc}/gu, " "))
const loose = fc.string({ unit: "grapheme", maxLength: 12 }).map((text) => text.replace(/\p{Cc}/gu, " "))
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const without = <T extends object>(value: T) =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T

const run = fc
  .record({
    text: words,
    bold: fc.constantFrom(true as const, undefined),
    italic: fc.constantFrom(true as const, undefined),
    link: fc.constantFrom("https://example.org/a?b=c#d", "/world", "mailto:desk@example.org", undefined),
  })
  .map((one) => without(one) as Inline)

const styleOf = ({ bold, italic, link }: Inline) => JSON.stringify([bold, italic, link])

/** Runs as an editor keeps them: two neighbours in one style are one run. */
const runs = fc.array(run, { maxLength: 5 }).map((all) => {
  const joined: Inline[] = []
  for (const one of all) {
    const last = joined.at(-1)
    if (last && styleOf(last) === styleOf(one)) joined[joined.length - 1] = { ...last, text: last.text + one.text }
    else joined.push(one)
  }
  return joined
})

const innerKinds = [
  fc.record({ kind: fc.constant("paragraph" as const), text: runs }),
  fc.record({ kind: fc.constant("quote" as const), text: runs, speaker: optional(loose) }),
  fc.record({ kind: fc.constant("list" as const), ordered: fc.boolean(), items: fc.array(runs, { maxLength: 4 }) }),
]

const tables = fc
  .record({
    columns: fc.integer({ min: 1, max: 4 }),
    count: fc.integer({ min: 0, max: 3 }),
    caption: loose,
    cell: loose,
  })
  .map(({ columns, count, caption, cell }) => {
    const cells = (row: number) => Array.from({ length: columns }, (_, at) => `${cell}${row}${at}`)
    return {
      kind: "table" as const,
      caption,
      head: cells(0),
      rows: Array.from({ length: count }, (_, at) => cells(at + 1)),
    }
  })

const embeds = fc
  .record({
    kind: fc.constant("embed" as const),
    of: fc.constantFrom(
      ...[
        { provider: "youtube", item: "dQw4w9WgXcQ" },
        { provider: "mastodon", item: "mastodon.social/@desk/112233445566778899" },
        { provider: "bluesky", item: "desk.bsky.social/3kabcdefgh2ij" },
      ],
    ),
    title: optional(loose),
    pictureId: optional(fc.option(fc.uuid({ version: 4 }))),
    credit: optional(loose),
  })
  .map(({ of, ...one }) => ({ ...one, ...of }))

const blocks = fc
  .array(
    fc.oneof(
      ...innerKinds,
      fc.record({ kind: fc.constant("crosshead" as const), text: loose }),
      fc.record({ kind: fc.constant("pullQuote" as const), quote: loose, speaker: optional(loose) }),
      fc.record({ kind: fc.constant("relatedStory" as const), storyId: fc.uuid({ version: 4 }) }),
      fc
        .record({
          kind: fc.constant("factBox" as const),
          heading: loose,
          body: fc.array(fc.oneof(...innerKinds), { minLength: 1, maxLength: 4 }),
        })
        .map((one) => ({ ...one, body: one.body.map((part, at) => without({ ...part, id: `i${at}` })) })),
      tables,
      embeds,
      fc
        .record({
          kind: fc.constant("picture" as const),
          pictureId: fc.option(fc.uuid({ version: 4 })),
          caption: loose,
          credit: loose,
          alt: optional(loose),
        })
        .map((one) => (one.alt === undefined ? { ...one, decorative: true as const } : one)),
      fc.record({ kind: fc.constant("divider" as const) }),
    ),
    { maxLength: 8 },
  )
  .map((all) => all.map((one, index) => withIds(one, `b${index}`)))

/** Every id once in a body, within the boxes too. */
function withIds(one: object & { body?: unknown }, id: string): Block {
  const body = Array.isArray(one.body) && one.body.map((part) => ({ ...part, id: `${id}-${part.id}` }))
  return without({ ...one, ...(body && { body }), id }) as Block
}

test("every body comes back from the editor's document as it went in", () => {
  fc.assert(
    fc.property(blocks, (given) => {
      expect(body.safeParse(given).error).toBeUndefined()
      expect(fromDocument(toDocument(given))).toEqual(given)
    }),
    { numRuns: 500 },
  )
})

test("the editor's own schema takes every body, and gives it back as it went in", () => {
  const schema = getSchema([...BODY_SCHEMA])
  fc.assert(
    fc.property(blocks, (given) => {
      const node = schema.nodeFromJSON(toDocument(given))
      node.check()
      expect(fromDocument(node.toJSON())).toEqual(given)
    }),
    { numRuns: 500 },
  )
})

test("neighbouring runs of one style become one run, and lose no word", () => {
  const schema = getSchema([...BODY_SCHEMA])
  const given: Block[] = [{ kind: "paragraph", id: "a", text: [{ text: "one" }, { text: " two", bold: false }] }]
  const [back] = fromDocument(schema.nodeFromJSON(toDocument(given)).toJSON())
  expect(back?.kind === "paragraph" && textOf(back.text)).toBe("one two")
})

test("an empty body is an empty line to write on, and is empty again when nothing was written", () => {
  expect(toDocument([])).toEqual({ type: "doc", content: [{ type: "paragraph", attrs: { id: null } }] })
  expect(fromDocument(toDocument([]))).toEqual([])
  const kept: Block[] = [{ kind: "paragraph", id: "a", text: [] }]
  expect(fromDocument(toDocument(kept))).toEqual(kept)
})

test("line breaks and runs of spaces in a wire text stay", () => {
  const given: Block[] = [{ kind: "paragraph", id: "a", text: [{ text: "one\n  two\u00a0three \t" }] }]
  expect(
    fromDocument(
      getSchema([...BODY_SCHEMA])
        .nodeFromJSON(toDocument(given))
        .toJSON(),
    ),
  ).toEqual(given)
})

test("a block that is kept whole comes through the clipboard as it was, and nothing else comes in its name", () => {
  const schema = getSchema([...BODY_SCHEMA])
  const embed = schema.nodes.embed
  const held = schema.nodeFromJSON(toDocument([{ kind: "embed", id: "dQw4w9WgXcQ", provider: "youtube" }])).child(0)
  const shown = embed?.spec.toDOM?.(held) ?? []
  const [, attributes = {}] = shown as unknown as [string, Record<string, string>?]
  // The copy gets another id, so that it says the video's itself.
  expect(JSON.parse(attributes["data-fields"] ?? "")).toEqual({ provider: "youtube", item: "dQw4w9WgXcQ" })
  const rule = embed?.spec.parseDOM?.[0]
  const read = (fields: string) =>
    rule && "getAttrs" in rule && rule.getAttrs?.({ getAttribute: () => fields, hasAttribute: () => true } as never)
  expect(read(attributes["data-fields"] ?? "")).toMatchObject({ held: { provider: "youtube", item: "dQw4w9WgXcQ" } })
  for (const foreign of [
    "",
    "{",
    '{"provider":"youtube","item":"javascript:1"}',
    '{"provider":"elsewhere","item":"1"}',
  ])
    expect(read(foreign)).toBe(false)
})
