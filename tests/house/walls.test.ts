import { expect, test } from "@playwright/test"
import { plant } from "./plant"

const rulesOf = async (files: Record<string, string>) => (await plant(files)).map(({ rule }) => rule)

test("a file of 301 lines is over the wall, one of 300 is not, and content has no wall", async () => {
  const lines = (count: number) => "export const a = 1\n".repeat(1) + "// b\n".repeat(count - 1)
  expect(await rulesOf({ "lib/long.ts": lines(301) })).toEqual(["file-size"])
  expect(await rulesOf({ "components/site/long.css": "/* */\n".repeat(301) })).toEqual(["file-size"])
  expect(await rulesOf({ "lib/long.ts": lines(300), "prisma/demo/stories.ts": lines(900) })).toEqual([])
})

test("a file that only re-exports is refused", async () => {
  const files = { "lib/story/all.ts": 'export * from "./story"', "lib/story/story.ts": "export const a = 1" }
  expect(await rulesOf(files)).toEqual(["barrel"])
})

test("process.env is read in one file", async () => {
  const text = "export const a = process.env.PORT"
  expect(await rulesOf({ "lib/paper.ts": text })).toEqual(["one-file-for-process-env"])
  expect(await rulesOf({ "app/api/a/route.ts": "const { env } = process\nexport const a = process.env" })).toContain(
    "one-file-for-process-env",
  )
  expect(await rulesOf({ "lib/env.server.ts": text, "server/settings.ts": text })).toEqual([])
})

for (const asked of ["new Date()", "Date()", "Date.now()", "performance.now()", "Math.random()", "crypto.randomUUID()"])
  test(`a pure file of lib may not ask ${asked}`, async () => {
    expect(await rulesOf({ "lib/story/a.ts": `export const a = () => ${asked}` })).toEqual(["pure-lib-has-no-clock"])
    expect(await rulesOf({ "lib/story/a.server.ts": `export const a = () => ${asked}` })).toEqual([])
  })

test("a pure file of lib may read a moment that it is given, and speak of clocks in words", async () => {
  const text =
    'export const day = (at: string) => new Date(at)\n// not Date.now()\nexport const words = "Math.random()"'
  expect(await rulesOf({ "lib/dates.ts": text })).toEqual([])
})

const READERS_TRAPS = {
  "a client component": '"use client"\nexport const A = () => <p />',
  Suspense: 'import { Suspense } from "react"\nexport const A = () => <Suspense><p /></Suspense>',
  "notFound()": 'import { notFound } from "next/navigation"\nexport const A = () => notFound()',
}
for (const [trap, text] of Object.entries(READERS_TRAPS))
  test(`readers' pages may not hold ${trap}`, async () => {
    expect(await rulesOf({ "app/(site)/[section]/page.tsx": text })).toEqual(["readers-pages-are-bytes"])
    expect(await rulesOf({ "components/site/a.tsx": text })).toEqual(["readers-pages-are-bytes"])
    expect(await rulesOf({ "components/ui/a.tsx": text })).toEqual([])
  })

test("readers' pages may not have a loading screen", async () => {
  expect(await rulesOf({ "app/(site)/loading.tsx": "export default () => null" })).toEqual(["readers-pages-are-bytes"])
})

test("markup that is served holds no style attribute and no raw HTML", async () => {
  expect(await rulesOf({ "components/ui/a.tsx": "export const A = () => <p style={{ top: 1 }} />" })).toEqual([
    "no-inline-style",
  ])
  const raw = "export const A = () => <p dangerouslySetInnerHTML={{ __html: 1 }} />"
  expect(await rulesOf({ "components/blocks/a.tsx": raw })).toEqual(["one-file-for-raw-html"])
})

test("an action outside the one wrapper is refused, wherever it is written", async () => {
  const bare = '"use server"\nexport const save = async () => 1'
  const inside = 'export const A = () => { const save = async () => { "use server" }\nreturn <form action={save} /> }'
  const wrapped =
    '"use server"\nimport { formAction } from "@/lib/form-action.server"\nexport const save = formAction(1, 2)'
  expect(await rulesOf({ "app/(newsroom)/newsroom/actions.ts": bare })).toEqual(["one-wrapper-of-actions"])
  expect(await rulesOf({ "app/(newsroom)/newsroom/page.tsx": inside })).toEqual(["one-wrapper-of-actions"])
  expect(await rulesOf({ "app/(newsroom)/newsroom/actions.ts": wrapped })).toEqual([])
})

test("beside a wrapped action, one that is not is found by its name", async () => {
  const top = '"use server"\nimport { formAction } from "@/lib/form-action.server"\nconst end = formAction(1, 2)\n'
  const actions = "app/(newsroom)/newsroom/actions.ts"
  const calls = "export async function leave() {\n  await end({})\n}"
  expect(await rulesOf({ [actions]: top + calls })).toEqual([])
  for (const bare of [
    "export async function open() {\n  return 1\n}",
    "export async function open() {\n  await other()\n  await end({})\n}",
    "export const open = async () => 1",
    "const open = async () => 1\nexport { open }",
  ])
    expect(await rulesOf({ [actions]: top + bare }), bare).toEqual(["one-wrapper-of-actions"])
})
