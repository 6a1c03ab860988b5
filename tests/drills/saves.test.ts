import { expect, test } from "@playwright/test"
import { tokenAt } from "./desk"
import { childrenOf, killHard, newPlace, type Place, type Start, serving, start, stop } from "./start"

const SAVES = 200
/** Before which save who is killed, while that save is on its way. */
const KILLED: Record<number, string> = { 30: "next", 70: "postgres", 110: "front", 150: "postgres", 180: "next" }

test("whatever was acknowledged is there, though the server and PostgreSQL were killed in the middle of 200 saves", async () => {
  test.slow()
  const place = await newPlace()
  try {
    let paper = await serving(start(place))
    const desk = deskOf(place, paper)
    const id = await desk.newStory()
    const acknowledged: string[] = []
    for (let number = 0; number < SAVES; number++) {
      const victim = KILLED[number]
      const saving = desk.add(id, `word-${number}`)
      if (victim) killHard((await childrenOf(place))[victim])
      if (await saving) acknowledged.push(`word-${number}`)
    }
    expect(acknowledged.length).toBeGreaterThan(SAVES - 2 * Object.keys(KILLED).length)
    expect(await desk.lacks(id, acknowledged)).toEqual([])

    for (const one of [paper.identity, ...Object.values(await childrenOf(place))]) killHard(one)
    await paper.ended
    paper = await serving(start(place))
    expect(await desk.lacks(id, acknowledged)).toEqual([])
    expect(await stop(paper)).toBe(0)
  } finally {
    place.remove()
  }
})

type Told = { id: string; revision: number; body: { text: { text: string }[] }[] }

/** A reporter's program that saves through the API. */
function deskOf(place: Place, { origin }: Start) {
  const token = tokenAt(place, "ada@demo.test")
  const call = async (method: string, path: string, body?: unknown) => {
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" }
    const answer = await fetch(`${origin}/api/v1/stories${path}`, { method, headers, body: JSON.stringify(body) })
    return answer.ok ? ((await answer.json()) as Told) : null
  }
  /** Asks until somebody answers. */
  const read = async (id: string) => {
    let told: Told | null = null
    const asking = async () => {
      told = await call("GET", `/${id}`).catch(() => null)
      return told !== null
    }
    await expect.poll(asking, { timeout: 60_000, intervals: [50] }).toBe(true)
    return told as unknown as Told
  }
  const wordsOf = ({ body }: Told) => body.flatMap(({ text }) => text.map((inline) => inline.text))
  return {
    async newStory() {
      const made = await call("POST", "", { headline: "A story under fire", section: "world", body: [] })
      if (!made) throw new Error("The drill's story was not made.")
      return made.id
    },
    /** Adds a paragraph to what is there; true once that is acknowledged. */
    async add(id: string, word: string) {
      const { revision, body } = await read(id)
      const longer = [...body, { kind: "paragraph", text: [{ text: word }] }]
      return (await call("PATCH", `/${id}`, { revision, body: longer }).catch(() => null)) !== null
    },
    async lacks(id: string, words: string[]) {
      const there = new Set(wordsOf(await read(id)))
      return words.filter((word) => !there.has(word))
    },
  }
}
