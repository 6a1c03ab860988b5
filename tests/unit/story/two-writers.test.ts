import { expect, test } from "@playwright/test"
import fc from "fast-check"
import { bodyWith } from "@/lib/story/draft"
import { after, begin, type Happening, isUnsaved, next, type Saving } from "@/lib/story/saving"
import type { StoryText } from "@/lib/story/story"
import { EMPTY } from "./empty-text"

const block = (id: string, text: string) => ({ id, kind: "paragraph" as const, text: text ? [{ text }] : [] })
const bodyOf = (...blocks: [string, string][]) => blocks.map(([id, text]) => block(id, text))

// Two writers at one story, each in blocks of their own and now and then in the other's, over a line that loses, delays, doubles and
// reorders, to a server that takes a number once. A character is gone when it is nowhere: not in the story, nor where its writer sees it.

type Sent = { from: number; key: string; save: Extract<ReturnType<typeof next>, { kind: "send" }> }
type World = {
  revision: number
  text: StoryText
  done: Map<string, Happening>
  writers: Saving[]
  there: Sent[]
  back: { from: number; answer: Happening }[]
}

const step = fc.record({
  what: fc.constantFrom(
    "type",
    "type",
    "due",
    "arrive",
    "arrive",
    "answer",
    "answer",
    "lose",
    "lose back",
    "double",
    "act",
  ),
  who: fc.nat(1),
  at: fc.nat(9),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

const START = bodyOf(["a0", ""], ["a1", ""], ["b0", ""], ["b1", ""], ["shared", ""])

function begun(): World {
  const text = { ...EMPTY, body: START }
  return { revision: 1, text, done: new Map(), writers: [begin(1, text), begin(1, text)], there: [], back: [] }
}

/** Types a letter that nobody else types, at the end of a block that is there. */
function type(world: World, who: number, at: number, letter: string) {
  const state = world.writers[who] as Saving
  const ids = who === 0 ? ["a0", "a1", "a0", "shared"] : ["b0", "b1", "b1", "shared"]
  const id = ids[at % ids.length]
  const body = state.present.body.map((one) =>
    one.id === id && one.kind === "paragraph" ? block(one.id, (one.text[0]?.text ?? "") + letter) : one,
  )
  happen(world, who, { kind: "typed", changes: { body } })
}

function happen(world: World, who: number, happening: Happening) {
  const before = world.writers[who] as Saving
  const now = after(before, happening)
  world.writers[who] = now
  const todo = next(now)
  const again = before.phase !== "saving" || before.sent?.number !== now.sent?.number
  if (todo.kind === "send" && again) world.there.push({ from: who, key: `${who}-${todo.number}`, save: todo })
  // The writer keeps both where both changed the same.
  if (now.phase === "stale" && now.theirs) {
    const { theirs, present } = now
    const body = present.body.map((one) => {
      const other = theirs.text.body.find(({ id }) => id === one.id)
      const [mine, their] = [one, other].map((part) => (part?.kind === "paragraph" ? (part.text[0]?.text ?? "") : ""))
      return block(one.id, [...new Set([...(their ?? ""), ...(mine ?? "")])].join(""))
    })
    happen(world, who, { kind: "merged", text: { ...present, body } })
  }
}

function serve(world: World, { from, key, save }: Sent) {
  let answer = world.done.get(key)
  if (!answer && save.revision !== world.revision) {
    const { revision, text } = world
    answer = { kind: "stale", number: save.number, theirs: { revision, text } }
  } else if (!answer) {
    const body = save.body ? bodyWith(world.text.body, save.body) : world.text.body
    if (!body) throw new Error("a save names a block that is not there")
    world.text = { ...world.text, ...save.changes, body }
    world.revision++
    answer = { kind: "saved", number: save.number, revision: world.revision, slug: world.text.slug }
    world.done.set(key, answer)
  }
  world.back.push({ from, answer })
}

const lettersOf = (text: StoryText) =>
  new Set(text.body.flatMap((one) => (one.kind === "paragraph" ? [...(one.text[0]?.text ?? "")] : [])))

function play(world: World, { what, who, at }: Step, letter: string) {
  const take = <T>(row: T[]) => row.splice(at % Math.max(1, row.length), 1)[0]
  const state = world.writers[who] as Saving
  if (what === "type") type(world, who, at, letter)
  else if (what === "due") happen(world, who, { kind: "due" })
  else if (what === "act") world.revision++
  else if (what === "double") world.there.push(...world.there.slice(0, 1))
  else if (what === "arrive") {
    const sent = take(world.there)
    if (sent) serve(world, sent)
  } else if (what === "answer") {
    const came = take(world.back)
    if (came) happen(world, came.from, came.answer)
  } else if (state.sent && state.phase === "saving") {
    if (what === "lose") world.there = world.there.filter(({ from }) => from !== who)
    happen(world, who, { kind: "offline", number: state.sent.number, problem: "" })
  }
}

/** Everything that is under way arrives, until both have nothing left to save. */
function heal(world: World) {
  for (let round = 0; round < 200; round++) {
    while (world.there.length || world.back.length) {
      const sent = world.there.shift()
      if (sent) serve(world, sent)
      const came = world.back.shift()
      if (came) happen(world, came.from, came.answer)
    }
    if (!world.writers.some(isUnsaved)) return
    for (const who of [0, 1]) happen(world, who, { kind: "due" })
  }
  throw new Error("it never came to an end")
}

test("two writers over a line that loses, doubles and reorders: no letter is lost, and “Saved” is said of what the server has", () => {
  const holds = (steps: Step[]) => {
    const world = begun()
    const typedBy: Set<string>[] = [new Set(), new Set()]
    steps.forEach((one, at) => {
      const letter = String.fromCodePoint(0x4e00 + at)
      if (one.what === "type") typedBy[one.who]?.add(letter)
      play(world, one, letter)
      world.writers.forEach((state, who) => {
        const [shown, had] = [lettersOf(state.present), lettersOf(world.text)]
        for (const mine of typedBy[who] ?? []) expect(shown.has(mine), "on the screen of who wrote it").toBe(true)
        if (state.phase === "saved")
          for (const mine of typedBy[who] ?? []) expect(had.has(mine), "in the story, once it says Saved").toBe(true)
      })
    })
    heal(world)
    const had = lettersOf(world.text)
    for (const letter of [...(typedBy[0] ?? []), ...(typedBy[1] ?? [])]) expect(had.has(letter)).toBe(true)
  }
  fc.assert(fc.property(fc.array(step, { maxLength: 80 }), holds), { numRuns: 400 })
})
