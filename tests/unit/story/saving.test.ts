import { expect, test } from "@playwright/test"
import { after, begin, type Happening, next, offerOf, type Saving, words } from "@/lib/story/saving"
import { EMPTY } from "./empty-text"

const all = (state: Saving, ...happenings: Happening[]) => happenings.reduce(after, state)
const typed = (headline: string): Happening => ({ kind: "typed", changes: { headline } })
const saved = (number: number, revision: number, slug = "untitled"): Happening => ({
  ...{ kind: "saved", number, revision, slug },
})
const due: Happening = { kind: "due" }
const offline = (number: number): Happening => ({ kind: "offline", number, problem: "" })
const failed = (number: number): Happening => ({ kind: "failed", number, problem: "the disk is full." })

test("what is typed waits, is sent with the revision it was made from, and then is saved", () => {
  let state = after(begin(4, EMPTY), typed("A"))
  expect(next(state)).toEqual({ kind: "wait", milliseconds: 600 })
  state = after(state, due)
  expect(next(state)).toEqual({ kind: "send", number: 1, revision: 4, changes: { headline: "A" }, body: null })
  expect(words(state)).toBe("Saving…")
  state = after(state, saved(1, 5, "a"))
  expect(words(state)).toBe("Saved")
  expect(state.revision).toBe(5)
  expect(state.present.slug).toBe("a")
})

test("an answer never overwrites what was typed after it was asked for", () => {
  const state = all(begin(4, EMPTY), typed("A"), due, typed("AB"), saved(1, 5))
  expect(state.present.headline).toBe("AB")
  expect(words(state)).toBe("Saving…")
  expect(next(after(state, due))).toMatchObject({ kind: "send", number: 2, revision: 5, changes: { headline: "AB" } })
})

test("there is one save at a time, and an answer to an earlier one says nothing any more", () => {
  const state = all(begin(4, EMPTY), typed("A"), due, typed("AB"), due, due)
  expect(next(state)).toMatchObject({ number: 1, changes: { headline: "A" } })
  const second = all(state, saved(1, 5), due)
  expect(next(second)).toMatchObject({ number: 2 })
  expect(after(second, saved(1, 5))).toBe(second)
  expect(after(second, { kind: "stale", number: 1, theirs: { revision: 4, text: EMPTY } })).toBe(second)
})

test("a slug chosen by hand is not moved by an answer that was on its way", () => {
  const state = all(begin(4, EMPTY), typed("A"), due, { kind: "typed", changes: { slug: "mine" } }, saved(1, 5, "a"))
  expect(state.present.slug).toBe("mine")
  expect(next(after(state, due))).toMatchObject({ changes: { slug: "mine" } })
})

test("what may have arrived is asked for once more under its number and in its words, and only then what is newer", () => {
  let state = all(begin(4, EMPTY), typed("A"), due, offline(1))
  expect(next(state)).toEqual({ kind: "wait", milliseconds: 1_000 })
  state = all(state, typed("AB"), due)
  expect(next(state)).toMatchObject({ kind: "send", number: 1, revision: 4, changes: { headline: "A" } })
  state = all(state, failed(1))
  expect([words(state), next(state)]).toEqual(["Not saved: the disk is full.", { kind: "wait", milliseconds: 2_000 }])
  state = all(state, due, saved(1, 5), due)
  expect(next(state)).toMatchObject({ number: 2, revision: 5, changes: { headline: "AB" } })
})

test("every outcome has its words, and what the writer may do about it", () => {
  const sent = all(begin(4, EMPTY), typed("A"), due)
  const theirs = { revision: 5, text: { ...EMPTY, headline: "B" } }
  const outcomes: Happening[] = [
    saved(1, 5),
    offline(1),
    failed(1),
    { kind: "signedOut", number: 1, problem: "you are signed out." },
    { kind: "refused", number: 1, problem: "Too long." },
    { kind: "stale", number: 1, theirs },
  ]
  expect(outcomes.map((outcome) => after(sent, outcome)).map((state) => [words(state), offerOf(state)])).toEqual([
    ["Saved", null],
    [expect.stringMatching(/^Not saved: the server cannot be reached\. .* kept in this browser/), "retry"],
    ["Not saved: the disk is full.", "retry"],
    ["Not saved: you are signed out.", "sign in"],
    ["Not saved: Too long.", "retry"],
    [expect.stringContaining("somebody else changed the same words"), "choose"],
  ])
})

test("whoever signs in again has their words saved as they are", () => {
  const out: Happening = { kind: "signedOut", number: 1, problem: "you are signed out." }
  const state = all(begin(4, EMPTY), typed("A"), due, typed("AB"), out, typed("ABC"))
  expect([state.present.headline, next(state)]).toEqual(["ABC", { kind: "nothing" }])
  const again = all(state, due, saved(1, 5), due)
  expect(next(again)).toMatchObject({ revision: 5, changes: { headline: "ABC" } })
})

test("a refusal says why, and the next word tries again", () => {
  const state = all(begin(4, EMPTY), typed("A"), due, { kind: "refused", number: 1, problem: "Too long." })
  const again = all(state, typed("B"), due)
  expect(next(again)).toMatchObject({ number: 2, changes: { headline: "B" } })
})

test("typing and taking it back needs no save", () => {
  expect(words(all(begin(4, EMPTY), typed("A"), typed("")))).toBe("Saved")
})

const block = (id: string, text: string) => ({ id, kind: "paragraph" as const, text: text ? [{ text }] : [] })
const bodyOf = (...blocks: [string, string][]) => blocks.map(([id, text]) => block(id, text))

test("of a body goes what changed, and no more", () => {
  const body = bodyOf(["a", "One."], ["b", "Two."], ["c", "Three."])
  const state = all(begin(1, { ...EMPTY, body }), {
    kind: "typed",
    changes: { body: bodyOf(["a", "One."], ["b", "Two!"], ["c", "Three."]) },
  })
  expect(next(after(state, due))).toMatchObject({ body: { put: [block("b", "Two!")] } })
  const moved = all(begin(1, { ...EMPTY, body }), {
    kind: "typed",
    changes: { body: bodyOf(["c", "Three."], ["a", "One."]) },
  })
  expect(next(after(moved, due))).toMatchObject({ body: { put: [], order: ["c", "a"] } })
})

test("an act of somebody else that left the words alone is no conflict", () => {
  const state = all(begin(4, EMPTY), typed("A"), due, {
    kind: "stale",
    number: 1,
    theirs: { revision: 5, text: EMPTY },
  })
  expect([state.phase, state.taken]).toEqual(["changed", 0])
  expect(next(after(state, due))).toMatchObject({ revision: 5, changes: { headline: "A" } })
})

test("edits of different blocks and fields merge by themselves, into the text that is being written", () => {
  const body = bodyOf(["a", "One."], ["b", "Two."])
  const theirs = {
    revision: 5,
    text: { ...EMPTY, standfirst: "Theirs.", body: bodyOf(["a", "One!"], ["b", "Two."], ["c", "Three."]) },
  }
  const mine = { body: bodyOf(["a", "One."], ["b", "Two, and more."]), headline: "Mine" }
  const state = all(begin(4, { ...EMPTY, body }), { kind: "typed", changes: mine }, due, {
    kind: "stale",
    number: 1,
    theirs,
  })
  expect(state).toMatchObject({
    ...{ phase: "changed", revision: 5, taken: 1 },
    present: {
      ...{ headline: "Mine", standfirst: "Theirs." },
      body: bodyOf(["a", "One!"], ["b", "Two, and more."], ["c", "Three."]),
    },
  })
  expect(next(after(state, due))).toMatchObject({
    ...{ revision: 5, changes: { headline: "Mine" } },
    body: { put: [block("b", "Two, and more.")] },
  })
})

test("edits of the same words stop the saving, and the writer's choice is saved on top of theirs", () => {
  const theirs = { revision: 5, text: { ...EMPTY, headline: "B" } }
  let state = all(begin(4, EMPTY), typed("A"), due, { kind: "stale", number: 1, theirs }, typed("AA"), due)
  expect(state.phase).toBe("stale")
  expect(next(state)).toEqual({ kind: "nothing" })
  state = after(state, { kind: "merged", text: { ...EMPTY, headline: "AA" } })
  expect(next(after(state, due))).toMatchObject({ kind: "send", revision: 5, changes: { headline: "AA" } })
})

test("a newer text that was heard of is taken up, unless something is on its way that it may hold already", () => {
  const theirs = { revision: 5, text: { ...EMPTY, standfirst: "Theirs." } }
  const news: Happening = { kind: "overtaken", theirs }
  expect(after(begin(4, EMPTY), news)).toMatchObject({ phase: "saved", revision: 5, present: theirs.text, taken: 1 })
  const writing = all(begin(4, EMPTY), typed("A"), news)
  expect(writing).toMatchObject({ phase: "changed", revision: 5, present: { headline: "A", standfirst: "Theirs." } })
  const asking = all(begin(4, EMPTY), typed("A"), due)
  expect(after(asking, news)).toBe(asking)
  expect(after(begin(5, EMPTY), news)).toMatchObject({ present: EMPTY })
})
