import { expect, test } from "@playwright/test"
import { keepPlan } from "@/components/related/keep-plan"
import { planFile } from "@/components/related/plan-file"
import type { Part, Plan, Result } from "@/lib/related/bulk"
import type { FileLine } from "@/lib/related/files"

const id = (at: number) => `${String(at).padStart(8, "0")}-0000-4000-8000-000000000000`
const fileOf = (...lines: string[]) => new File([["story,kind,target", ...lines].join("\n")], "in.csv")
const line = (at: number) => `${id(at)},story,${id(9_999)}`

type Asked = { lines: FileLine[]; whole: boolean; spoiled: string[] }

/** A door that would change every story that it is asked about. */
function doorOf(asked: Asked[]) {
  return async (given: Asked) => {
    asked.push(given)
    const stories = [...new Set(given.lines.map(({ story }) => story))]
    const lines = stories.map((story) => ({
      ...{ id: story, headline: "", status: "draft" as const, revision: 1, after: [] },
      ...{ will: "", readers: "", atOnce: false },
    }))
    return { plan: { what: "import" as const, about: [], undoes: null, lines, same: 1 }, bad: [] }
  }
}

const look = async (file: File, whole = false) => {
  const asked: Asked[] = []
  const planned = await planFile({ file, whole, door: doorOf(asked), onStep: () => {} })
  return { asked, planned }
}

test("a file is asked about in parts, and all lines of a story are in one of them", async () => {
  const lines = Array.from({ length: 900 }, (_, at) => line(at % 450))
  const { asked, planned } = await look(fileOf(...lines, "nobody,story,"))
  expect(asked.length).toBeGreaterThan(1)
  const stories = asked.map((part) => new Set(part.lines.map(({ story }) => story)))
  expect(stories.reduce((count, part) => count + part.size, 0)).toBe(450)
  expect(asked.flatMap((part) => part.lines)).toHaveLength(900)
  expect(planned).toMatchObject({ plan: { same: asked.length }, bad: [{ line: 902, story: null }] })
})

test("more than 500 stories are refused, as are files that cannot be read, in a sentence", async () => {
  const many = await look(fileOf(...Array.from({ length: 501 }, (_, at) => line(at))))
  expect(many.planned).toMatchObject({ refused: expect.stringContaining("501 stories, and 500") })
  const latin = await look(new File([new Uint8Array([0x61, 0xe9, 0x62])], "in.csv"))
  expect(latin).toMatchObject({ asked: [], planned: { refused: expect.stringContaining("UTF-8") } })
  const long = await look(fileOf(...Array.from({ length: 201 }, () => line(1))))
  expect(long.planned).toMatchObject({
    plan: { lines: [] },
    bad: [{ line: 2, sentence: expect.stringContaining("201 lines") }],
  })
})

test("lines that stand for whole lists are not taken where one of them is nobody's; whose line is bad is told", async () => {
  const nobodys = await look(fileOf(line(1), "nobody,story,"), true)
  expect(nobodys).toMatchObject({
    asked: [],
    planned: { refused: expect.stringContaining("whose they are"), bad: [{ line: 3 }] },
  })
  const spoiled = await look(fileOf(line(1), `${id(1)},page,`, line(2)), true)
  expect(spoiled.asked).toMatchObject([{ whole: true, spoiled: [id(1)] }])
})

const sizeOf = (part: unknown) => JSON.stringify(part).length

test("no part is larger than a door takes: long lines go in more parts, and a story with too much of them is named", async () => {
  const words = "x".repeat(4_900)
  const head = "story,kind,target,target headline,reason,headline for readers,source"
  const row = (at: number) => `${id(at)},link,https://a.example/${at},${words},${words},${words},${words}`
  const lines = [...Array.from({ length: 300 }, (_, at) => row(at)), ...Array.from({ length: 150 }, () => row(400))]
  const { asked, planned } = await look(new File([[head, ...lines].join("\n")], "in.csv"))
  expect(asked.flatMap((part) => part.lines)).toHaveLength(300)
  for (const part of asked) expect(sizeOf(part)).toBeLessThan(3_000_000)
  expect(planned).toMatchObject({ bad: [{ line: 302, sentence: expect.stringContaining("2 MB are the most") }] })

  const after = Array.from({ length: 100 }, () => ({
    page: { url: "https://a.example/", headline: words, source: "" },
  }))
  const wishes = Array.from({ length: 10 }, (_, at) => ({
    ...{ id: id(at), headline: "", status: "draft" as const, revision: 1, after, will: "", readers: "", atOnce: false },
  }))
  const parts: Part[] = []
  const keep = async (part: Part) => {
    parts.push(part)
    return { results: [] }
  }
  const plan: Plan = { what: "import", about: [], undoes: null, lines: wishes, same: 0 }
  await keepPlan({ keep, plan, batch: id(1), onResults: () => {}, isStopped: () => false })
  expect(parts.flatMap(({ stories }) => stories)).toHaveLength(10)
  for (const part of parts) expect(sizeOf(part)).toBeLessThan(3_000_000)
})

test("what was shown is done a few at a time; an answer that was lost is asked for once more, and who stops is heard", async () => {
  const lines = Array.from({ length: 25 }, (_, at) => ({
    ...{ id: id(at), headline: "", status: "draft" as const, revision: 1, after: [] },
    ...{ will: "", readers: "", atOnce: false },
  }))
  const plan: Plan = { what: "set", about: [], undoes: null, lines: [...lines, { ...about, refused: "No." }], same: 0 }
  const parts: Part[] = []
  const results: Result[] = []
  const keep = async (part: Part) => {
    parts.push(part)
    if (parts.length === 2) throw new Error("the line is cut")
    return { results: part.stories.map((story) => ({ id: story.id, done: "Done." })) }
  }
  const onResults = (some: readonly Result[]) => results.push(...some)
  await keepPlan({ keep, plan, batch: id(1), onResults, isStopped: () => false })
  expect(parts.map(({ stories }) => stories.length)).toEqual([10, 10, 10, 5])
  expect(parts[1]).toEqual(parts[2])
  expect(results).toHaveLength(25)

  results.length = 0
  await keepPlan({ keep, plan, batch: id(2), onResults, isStopped: () => results.length > 0 })
  expect(results).toHaveLength(10)
  results.length = 0
  const cut = () => Promise.reject(new Error("cut"))
  await keepPlan({ keep: cut, plan, batch: id(3), onResults, isStopped: () => false })
  expect(results).toHaveLength(10)
  expect(results[0]).toMatchObject({ refused: expect.stringContaining("stands under “Changes”") })
})

const about = { id: id(77), headline: "", status: null }
