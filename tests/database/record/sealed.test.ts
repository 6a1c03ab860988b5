import { readFile } from "node:fs/promises"
import { expect, test } from "@playwright/test"
import { db } from "@/lib/db.server"
import { leafHash, pairHash } from "@/lib/record/digest.server"
import { headText } from "@/lib/record/entry"
import { isSigned } from "@/lib/record/key.server"
import { isConsistent, isIncluded } from "@/lib/record/merkle"
import { findConsistency, findHeads, findKeys, findProof } from "@/lib/record/proof.server"
import { sealEvents } from "@/lib/record/seal.server"
import { perform } from "@/lib/story/perform.server"
import { fullStory } from "../../full-story"
import { done, hire, storyIn } from "../../newsroom"
import { inADatabaseOfItsOwn } from "../own-database"

inADatabaseOfItsOwn()

type Opened = { path: string; salt: string; value: unknown }
type Proof = Omit<NonNullable<Awaited<ReturnType<typeof findProof>>>, "texts"> & { texts: unknown[] }
type Checked = { ok: boolean; steps: { ok: boolean; said: string }[] }

/** The checker that readers are given, as it is. */
async function checker() {
  const core = await readFile("server/record/checker/core.mjs", "utf8")
  return new Function(`${core}; return { checkProof, checkConsistency }`)() as {
    checkProof: (proof: Proof, keys?: Proof["keys"]) => Promise<Checked>
    checkConsistency: (given: unknown, keys: Proof["keys"]) => Promise<boolean>
  }
}

async function sealAll() {
  while (await sealEvents());
}

async function proved() {
  const { text } = await fullStory()
  await sealAll()
  const proof = await findProof(text.section, text.slug, 2)
  if (!proof) throw new Error("there is no proof")
  return { text, proof }
}

test("every event is one entry, at its position, once, whoever seals; what readers could not see tells nothing", async () => {
  await storyIn("published")
  await storyIn("withdrawn")
  await storyIn("spiked")
  await Promise.all(Array.from({ length: 4 }, sealAll))
  const entries = await db.recordEntry.findMany({ orderBy: { index: "asc" } })
  expect(entries.map(({ index }) => index)).toEqual(entries.map((_, at) => at))
  const events = await db.storyEvent.findMany({ orderBy: { position: "asc" } })
  const seen = (act: string) => (["publish", "withdraw"].includes(act) ? act : undefined)
  const documents = entries.map(({ document }) => JSON.parse(document))
  expect(documents.map(({ position, act }) => [position, act])).toEqual(
    events.map(({ position, act }) => [position, seen(act)]),
  )
  expect(Object.keys(documents[0]).sort(), "that a draft was filed").toEqual(["form", "position", "within"])
  const [head] = (await findHeads(0)).slice(-1)
  expect(head).toMatchObject({ size: events.length, key: (await findKeys())[0]?.id })
})

test("a version that readers may look up is proved: its words, its entry, its place, the signature", async () => {
  const { text, proof } = await proved()
  const { index, document, inclusion, head } = proof
  expect(
    isIncluded({ leaf: leafHash(document), index, size: head.size, proof: inclusion, root: head.root }, pairHash),
  ).toBe(true)
  const key = (await findKeys()).find(({ id }) => id === head.key)
  expect(isSigned(headText({ ...head, at: new Date(head.at) }), head.signature, key?.publicKey ?? "")).toBe(true)
  const said = Object.fromEntries((proof.texts as Opened[]).map(({ path, value }) => [path, value]))
  expect(
    (proof.texts as Opened[]).filter((one) => "closed" in one).map(({ path }) => path),
    "what leads to other stories",
  ).toContain("related")
  expect(JSON.stringify(proof.texts)).not.toContain("Background")
  expect(said).toMatchObject({ headline: text.headline, slug: text.slug, "body.0": text.body[0] })
  expect(proof.texts).toHaveLength(10 + text.body.length)
  for (const word of [text.headline, text.standfirst]) expect(document).not.toContain(word)
  const { checkProof } = await checker()
  const { ok, steps } = await checkProof(proof)
  expect(steps.filter((step) => !step.ok)).toEqual([])
  expect(ok).toBe(true)
})

test("the checker finds whatever is altered in a proof", async () => {
  const { proof } = await proved()
  const { checkProof } = await checker()
  const [first, ...others] = proof.texts as Opened[]
  if (!first) throw new Error("no text")
  const other = "0".repeat(64)
  const altered: [string, Proof][] = [
    ["a word", { ...proof, texts: [{ ...first, value: "Another." }, ...others] }],
    ["a salt", { ...proof, texts: [{ ...first, salt: other }, ...others] }],
    ["a part left out", { ...proof, texts: others }],
    ["a part put in", { ...proof, texts: [...proof.texts, { ...first, path: "body.99" }] }],
    ["the time", { ...proof, document: proof.document.replace(/"madeAt":"20/, '"madeAt":"19') }],
    ["another number", { ...proof, index: proof.index - 1 }],
    ["another root", { ...proof, head: { ...proof.head, root: other } }],
    ["another size", { ...proof, head: { ...proof.head, size: proof.head.size + 1 } }],
    ["a later time", { ...proof, head: { ...proof.head, at: "2030-01-01T00:00:00.000Z" } }],
    ["a step of the path", { ...proof, inclusion: proof.inclusion.map(() => other) }],
  ]
  for (const [what, one] of altered) expect((await checkProof(one)).ok, what).toBe(false)
  expect((await checkProof(proof, [])).ok, "a key that nobody trusts").toBe(false)
  const [key] = proof.keys
  if (!key) throw new Error("no key")
  const swapped = { ...key, publicKey: "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=" }
  expect((await checkProof(proof, [swapped])).ok, "another key under the same name").toBe(false)
})

test("a later record is proved to have begun as an earlier one, to the checker as well", async () => {
  await storyIn("published")
  await sealAll()
  const heads = await findHeads(0)
  const [first, last] = [heads[0], heads.at(-1)]
  if (!first || !last) throw new Error("no heads")
  const { checkConsistency } = await checker()
  for (const older of heads.slice(0, -1)) {
    const found = await findConsistency(older.size, last.size)
    if (!found) throw new Error("no proof")
    const given = { older: older.size, olderRoot: older.root, size: last.size, root: last.root, proof: found.proof }
    expect(isConsistent(given, pairHash)).toBe(true)
    expect(await checkConsistency(found, await findKeys())).toBe(true)
    const forged = { ...found, older: { ...found.older, root: "0".repeat(64) } }
    expect(await checkConsistency(forged, await findKeys())).toBe(false)
  }
  expect(await findConsistency(first.size, 1_000_000), "no such head").toBe(null)
})

test("what readers may not look up is not proved to them: a draft, a withdrawn story, a version from before", async () => {
  const ben = await hire("editor")
  const draft = await storyIn("draft")
  const story = await storyIn("published")
  await sealAll()
  const { section, slug } = story.text
  expect(await findProof(section, slug, 1)).not.toBe(null)
  const gone = done(await perform(ben, "withdraw", story.id, story.revision, { note: "Not so." }))
  await sealAll()
  expect(await findProof(section, slug, 1)).toBe(null)
  expect(await findProof(draft.text.section, draft.text.slug, 1)).toBe(null)
  const back = done(await perform(ben, "restore", story.id, gone.revision))
  done(await perform(ben, "publish", story.id, back.revision))
  await sealAll()
  expect(await findProof(section, slug, 1), "from before it was withdrawn").toBe(null)
  expect(await findProof(section, slug, 2)).not.toBe(null)
})

test("where nobody knows how far the record had come, as after a restore, it goes on where it ended", async () => {
  await storyIn("published")
  await sealAll()
  const before = await db.recordEntry.count()
  await db.follower.deleteMany({ where: { name: "record" } })
  await storyIn("published")
  await sealAll()
  const entries = await db.recordEntry.findMany({ orderBy: { index: "asc" } })
  expect(entries.length).toBeGreaterThan(before)
  expect(entries.map(({ index }) => index)).toEqual(entries.map((_, at) => at))
  expect((await findHeads(0)).at(-1)?.size).toBe(await db.storyEvent.count())
})
