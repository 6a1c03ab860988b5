import { expect, test } from "@playwright/test"
import fc from "fast-check"
import { type Autosave, after, begin, type Happening, next, words } from "@/lib/story/autosave"
import type { StoryText } from "@/lib/story/story"

const TEXT: StoryText = {
  headline: "",
  standfirst: "",
  kicker: "",
  dateline: "",
  language: "en",
  section: "world",
  slug: "untitled",
  byline: [],
  topics: [],
  body: [],
  related: [],
}

const all = (state: Autosave, ...happenings: Happening[]) => happenings.reduce(after, state)
const typed = (headline: string): Happening => ({ kind: "typed", changes: { headline } })
const saved = (number: number, revision: number, changes: Partial<StoryText>): Happening => ({
  kind: "saved",
  number,
  revision,
  text: { ...TEXT, ...changes },
})
const due: Happening = { kind: "due" }
const broken = (number: number): Happening => ({ kind: "broken", number, problem: "the line is dead." })

test("what is typed waits, is sent with the revision it was made from, and then is saved", () => {
  let state = after(begin(4, TEXT), typed("A"))
  expect(next(state)).toEqual({ kind: "wait", milliseconds: 600 })
  state = after(state, due)
  expect(next(state)).toEqual({ kind: "send", number: 1, revision: 4, changes: { headline: "A" } })
  expect(words(state)).toBe("Saving…")
  state = after(state, saved(1, 5, { headline: "A", slug: "a" }))
  expect(words(state)).toBe("Saved")
  expect(state.revision).toBe(5)
  expect(state.present.slug).toBe("a")
})

test("an answer never overwrites what was typed after it was asked for", () => {
  const state = all(begin(4, TEXT), typed("A"), due, typed("AB"), saved(1, 5, { headline: "A" }))
  expect(state.present.headline).toBe("AB")
  expect(words(state)).toBe("Saving…")
  expect(next(after(state, due))).toMatchObject({ kind: "send", revision: 5, changes: { headline: "AB" } })
})

test("there is one save at a time", () => {
  const state = all(begin(4, TEXT), typed("A"), due, typed("AB"), due, due)
  expect(next(state)).toMatchObject({ number: 1, changes: { headline: "A" } })
})

test("an answer that comes after its time counts for nothing", () => {
  const state = all(begin(4, TEXT), typed("A"), due, broken(1), due)
  expect(after(state, saved(1, 5, { headline: "A" }))).toBe(state)
})

test("a slug chosen by hand is not moved by an answer that was on its way", () => {
  const state = all(
    begin(4, TEXT),
    typed("A"),
    due,
    { kind: "typed", changes: { slug: "mine" } },
    saved(1, 5, { headline: "A", slug: "a" }),
  )
  expect(state.present.slug).toBe("mine")
  expect(next(after(state, due))).toMatchObject({ changes: { slug: "mine" } })
})

test("a broken line is tried again, later each time, and says why", () => {
  let state = all(begin(4, TEXT), typed("A"), due, broken(1))
  expect(next(state)).toEqual({ kind: "wait", milliseconds: 1_000 })
  expect(words(state)).toBe("Not saved: the line is dead.")
  state = all(state, typed("AB"), due, broken(2))
  expect(next(state)).toEqual({ kind: "wait", milliseconds: 2_000 })
  state = all(state, due, saved(3, 5, { headline: "AB" }))
  expect(words(state)).toBe("Saved")
})

test("a save whose answer was lost is recognised as our own, not taken for somebody else's", () => {
  const state = all(begin(4, TEXT), typed("A"), due, broken(1), typed("AB"), due, {
    kind: "stale",
    number: 2,
    theirs: { revision: 5, text: { ...TEXT, headline: "A", slug: "a" } },
  })
  expect(state.theirs).toBeNull()
  expect(next(after(state, due))).toMatchObject({ revision: 5, changes: { headline: "AB" } })
})

test("words that were taken back while the line was broken are taken back on the server too", () => {
  const state = all(begin(4, TEXT), typed("A"), due, broken(1), typed(""), due)
  expect(next(state)).toMatchObject({ kind: "send", changes: { headline: "" } })
})

test("an act of somebody else that left the words alone is no conflict", () => {
  const state = all(begin(4, TEXT), typed("A"), due, { kind: "stale", number: 1, theirs: { revision: 5, text: TEXT } })
  expect(state.phase).toBe("changed")
  expect(next(after(state, due))).toMatchObject({ revision: 5, changes: { headline: "A" } })
})

test("words of somebody else stop the saving, and the choice is saved on top of theirs", () => {
  const theirs = { revision: 5, text: { ...TEXT, headline: "B" } }
  let state = all(begin(4, TEXT), typed("A"), due, { kind: "stale", number: 1, theirs }, typed("AA"), due)
  expect(state.phase).toBe("stale")
  expect(next(state)).toEqual({ kind: "nothing" })
  state = after(state, { kind: "merged", text: { ...TEXT, headline: "AA" } })
  expect(next(after(state, due))).toMatchObject({ kind: "send", revision: 5, changes: { headline: "AA" } })
})

test("a refusal says why, and the next word tries again", () => {
  const state = all(begin(4, TEXT), typed("A"), due, { kind: "refused", number: 1, problem: "Too long." })
  expect(words(state)).toBe("Not saved: Too long.")
  expect(next(after(state, typed("B"))).kind).toBe("wait")
})

test("typing and taking it back needs no save", () => {
  expect(words(all(begin(4, TEXT), typed("A"), typed("")))).toBe("Saved")
})

/** A server with one story: it takes a save that names its revision, and an answer may be lost on either way. */
type World = { revision: number; text: StoryText }

type Step = { kind: "type"; words: string } | { kind: "due" } | { kind: "act" } | { kind: "answer"; lost: string }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant("type" as const), words: fc.string({ maxLength: 3 }) }),
  fc.constant({ kind: "due" as const }),
  fc.record({ kind: fc.constant("answer" as const), lost: fc.constantFrom("no", "there", "back") }),
  fc.constant({ kind: "act" as const }),
)

test("whatever is lost, late or interleaved, “Saved” is only said of what the server has", () => {
  const holds = (steps: Step[]) => {
    const world: World = { revision: 1, text: TEXT }
    let state = begin(1, TEXT)
    for (const one of steps) {
      state = take(world, state, one)
      if (words(state) === "Saved" && world.text.headline !== state.present.headline) return false
      if (state.theirs) return false
    }
    for (let round = 0; round < 10 && words(state) !== "Saved"; round++) state = answer(world, after(state, due), "no")
    return world.text.headline === state.present.headline
  }
  fc.assert(fc.property(fc.array(step, { maxLength: 60 }), holds), { numRuns: 1_000 })
})

function take(world: World, state: Autosave, one: Step): Autosave {
  if (one.kind === "type") return after(state, typed(one.words))
  if (one.kind === "due") return after(state, due)
  if (one.kind === "answer") return answer(world, state, one.lost)
  world.revision++
  return state
}

function answer(world: World, state: Autosave, lost: string): Autosave {
  const todo = next(state)
  if (todo.kind !== "send") return state
  if (lost === "there") return after(state, broken(todo.number))
  const fits = todo.revision === world.revision
  if (fits) {
    world.text = { ...world.text, ...todo.changes }
    world.revision++
  }
  if (lost === "back") return after(state, broken(todo.number))
  const { revision, text } = world
  return after(
    state,
    fits
      ? { kind: "saved", number: todo.number, revision, text }
      : { kind: "stale", number: todo.number, theirs: { revision, text } },
  )
}
