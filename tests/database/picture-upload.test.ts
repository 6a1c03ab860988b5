import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, test } from "@playwright/test"
import { POST } from "@/app/api/v1/pictures/route"
import { db } from "@/lib/db.server"
import { createToken } from "@/lib/people/tokens.server"
import { disable, hire } from "../newsroom"
import { redAndBlue } from "../unit/pictures/files"

let folder: string
let token: string

test.describe.configure({ mode: "default" })
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "standfirst-"))
  process.env.DATA_DIR = folder
  token = await createToken((await hire("reporter")).id, "uploads")
})
test.afterAll(() => rm(folder, { recursive: true, force: true }))

const jpeg = () => redAndBlue({ width: 600, height: 400 }).jpeg().toBuffer()

function form(bytes: Uint8Array<ArrayBuffer> | null, words: Record<string, string>, name = "a.jpg") {
  const all = new FormData()
  if (bytes) all.set("file", new File([bytes], name))
  for (const [field, word] of Object.entries(words)) all.set(field, word)
  return all
}

async function post(body: BodyInit, headers: Record<string, string> = {}) {
  const all = { authorization: `Bearer ${token}`, ...headers }
  const request = new Request("http://paper.test/api/v1/pictures", { method: "POST", body, headers: all })
  const answer = await POST(request, { params: Promise.resolve({}) })
  return { status: answer.status, headers: answer.headers, body: await answer.json() }
}

test("a program uploads a picture with its words", async () => {
  const words = { alt: "Red and blue", caption: "Ça va – “très” bien", credit: "Ada" }
  const { status, headers, body } = await post(form(new Uint8Array(await jpeg()), words))
  expect(status).toBe(201)
  expect(body).toMatchObject({ width: 600, height: 400, widths: [480, 600], decorative: false, ...words })
  expect(headers.get("location")).toBe(`/api/pictures/${body.id}-600.jpg`)
  expect(await db.picture.count({ where: { id: body.id } })).toBe(1)
})

test("rights and focal point come with the form, and are refused where they cannot be", async () => {
  const bytes = new Uint8Array(await jpeg())
  const said = await post(form(bytes, { alt: "A", rights: "Once", focalX: "0.2", focalY: "1" }))
  expect([said.status, said.body.rights, said.body.focalX, said.body.focalY]).toEqual([201, "Once", 0.2, 1])
  for (const focalX of ["1.2", "-1", "left", "NaN"])
    expect((await post(form(bytes, { alt: "A", focalX }))).body.errors).toEqual({ focalX: "A number from 0 to 1." })
})

test("a picture may be decorative instead of described", async () => {
  const { status, body } = await post(form(new Uint8Array(await jpeg()), { decorative: "true" }))
  expect([status, body.decorative, body.alt]).toEqual([201, true, ""])
})

test("the same key uploads once", async () => {
  const body = await new Response(form(new Uint8Array(await jpeg()), { alt: "Twice" })).blob()
  const headers = { "idempotency-key": crypto.randomUUID(), "content-type": body.type }
  const [first, second] = [await post(body, headers), await post(body, headers)]
  expect(second.body.id).toBe(first.body.id)
})

test("every refusal is a problem with a sentence", async () => {
  const bytes = new Uint8Array(await jpeg())
  const refused = async (body: BodyInit, headers = {}) => {
    const answer = await post(body, headers)
    expect(answer.headers.get("content-type")).toBe("application/problem+json")
    return `${answer.status} ${answer.body.detail} ${JSON.stringify(answer.body.errors ?? {})}`
  }
  expect(await refused(form(bytes, {}))).toMatch(/^422 Describe what the picture shows.*"alt"/)
  expect(await refused(form(bytes, { alt: "A", decorative: "true" }))).toMatch(/^422 A decorative picture/)
  expect(await refused(form(bytes, { alt: "A", colour: "red" }))).toMatch(/^422 colour: There is no such field here/)
  expect(await refused(form(null, { alt: "A", file: "text" }))).toMatch(/^422 file: Send the picture's file/)
  expect(await refused(form(null, { alt: "A" }))).toMatch(/^422 file: Send the picture's file/)
  expect(await refused(form(new TextEncoder().encode("<svg/>"), { alt: "A" }, "a.png"))).toMatch(
    /^415 This is an SVG drawing/,
  )
  expect(await refused(form(bytes.subarray(0, 999), { alt: "A" }))).toMatch(/^422 The picture cannot be read.*"file"/)
  expect(await refused(form(new Uint8Array(25_200_000), { alt: "A" }))).toMatch(/^413 /)
  expect(await refused("{}", { "content-type": "application/json" })).toMatch(/^415 Send multipart/)
  expect(await refused("half a form", { "content-type": "multipart/form-data; boundary=x" })).toMatch(
    /^422 This is not a whole/,
  )
})

test("nobody uploads without a token, with a wrong one, or when disabled", async () => {
  const body = () => jpeg().then((bytes) => form(new Uint8Array(bytes), { alt: "A" }))
  const gone = await hire("editor")
  const theirs = await createToken(gone.id, "uploads")
  await disable(gone)
  for (const bearer of ["nonsense", theirs])
    expect((await post(await body(), { authorization: `Bearer ${bearer}` })).status).toBe(401)
})
