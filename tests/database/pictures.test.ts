import { randomUUID } from "node:crypto"
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, test } from "@playwright/test"
import sharp from "sharp"
import { GET } from "@/app/api/pictures/[file]/route"
import { db } from "@/lib/db.server"
import type { Person } from "@/lib/people/people"
import { readPicture } from "@/lib/pictures/files.server"
import { findPictures } from "@/lib/pictures/find.server"
import { pictureAddress } from "@/lib/pictures/pictures"
import { storePicture } from "@/lib/pictures/store.server"
import { bearerOf } from "../newsroom"
import { bomb, redAndBlue } from "../unit/pictures/files"
import { iim, labelled } from "../unit/pictures/labelled"

let folder: string
let ada: Person

test.describe.configure({ mode: "default" })
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "standfirst-"))
  process.env.DATA_DIR = folder
  const name = `ada-${randomUUID()}`
  const row = await db.person.create({
    data: { email: `${name}@demo.test`, name: "Ada", slug: name, role: "reporter" },
  })
  ada = { id: row.id, name: row.name, email: row.email, role: "reporter" }
})
test.afterAll(() => rm(folder, { recursive: true, force: true }))

const words = { alt: "Red on the left, blue on the right", caption: "Two colours", credit: "Ada" }
const jpeg = () => redAndBlue({ width: 700, height: 300 }).jpeg().toBuffer()
const visible = async () =>
  (await readdir(join(folder, "pictures")).catch(() => [])).filter((name) => name !== ".making")
const get = async (file: string, more = {}) => {
  const headers = { ...(await bearerOf(ada)), ...more }
  return GET(new Request(`http://paper.test/api/pictures/${file}`, { headers }), { params: Promise.resolve({ file }) })
}

async function store(bytes: Uint8Array, said: Parameters<typeof storePicture>[2] = words) {
  const stored = await storePicture(ada, bytes, said)
  if (!("picture" in stored)) throw new Error(stored.refused)
  return stored.picture
}

test("a picture that is stored can be found and fetched in every size", async () => {
  const picture = await store(await jpeg())
  expect(picture).toMatchObject({ width: 700, height: 300, widths: [480, 700], decorative: false, ...words })
  const { id, width, height, widths } = picture
  const size = { id, width, height, widths, avif: false, crops: "" }
  expect(await findPictures([id, randomUUID(), "no id at all"])).toEqual(new Map([[id, size]]))
  for (const wide of widths)
    for (const format of ["webp", "jpg"] as const) {
      const answer = await get(pictureAddress(id, wide, format).split("/").at(-1) ?? "")
      expect(answer.status).toBe(200)
      expect(answer.headers.get("content-type")).toBe(format === "webp" ? "image/webp" : "image/jpeg")
      expect(answer.headers.get("cache-control"), "no version shows it yet").toBe("private, max-age=3600")
      expect(answer.headers.get("x-content-type-options")).toBe("nosniff")
      expect((await answer.arrayBuffer()).byteLength).toBe(Number(answer.headers.get("content-length")))
    }
  const again = await get(`${id}-480.webp`, { "if-none-match": `W/"other", "${id}-480.webp"` })
  expect([again.status, await again.text()]).toEqual([304, ""])
})

test("what nobody said is read from the file, and kept with its name", async () => {
  const iptc = iim([
    [120, Buffer.from("À Liège", "latin1")],
    [110, "Belga"],
    [80, "Ben"],
    [116, Buffer.from("© Belga", "latin1")],
    [25, "tram"],
  ])
  const bytes = await labelled({ iptc: Buffer.concat([iptc, iim([[40, "SPAIN OUT"]])]) })
  const stored = await storePicture(ada, bytes, { credit: "Ada" }, { fileName: "belga 1.jpg", described: false })
  if ("refused" in stored) throw new Error(stored.refused)
  expect(await db.picture.findUnique({ where: { id: stored.picture.id } })).toMatchObject({
    ...{ caption: "À Liège", credit: "Ada", creator: "Ben", copyright: "© Belga", keywords: ["tram"] },
    ...{ instructions: "SPAIN OUT", fileName: "belga 1.jpg", alt: "", decorative: false },
  })
  const inside = await sharp((await readPicture(`${stored.picture.id}-60.jpg`))?.bytes).metadata()
  expect(inside.xmpAsString).toContain("© Belga")
  expect(inside.xmpAsString).toContain("<rdf:li>Ben</rdf:li>")
})

test("no name but a picture's reaches the disk", async () => {
  await writeFile(join(folder, "secrets.json"), "{}")
  for (const name of ["../secrets.json", "..%2fsecrets.json", ".making", `${randomUUID()}-480.webp`, "\0"]) {
    const answer = await get(name)
    expect([answer.status, await answer.text()]).toEqual([404, "There is no picture at this address.\n"])
  }
})

test("ten pictures at once: each is stored whole, or is asked to come again", async () => {
  const bytes = await jpeg()
  const all = await Promise.all(Array.from({ length: 10 }, () => storePicture(ada, bytes, words)))
  const stored = all.flatMap((one) => ("picture" in one ? [one.picture] : []))
  const busy = all.flatMap((one) => ("refused" in one ? [one.because] : []))
  expect(busy).toEqual(["busy", "busy"])
  expect((await findPictures(stored.map(({ id }) => id))).size).toBe(8)
  for (const { id } of stored) expect((await visible()).filter((name) => name.startsWith(id)).length).toBe(5)
})

test("what is refused says why in a sentence, and leaves neither file nor row", async () => {
  const mine = { where: { uploadedById: ada.id } }
  const before = [await visible(), await db.picture.count(mine)]
  const refused = async (bytes: Uint8Array, said: Parameters<typeof storePicture>[2] = words) => {
    const stored = await storePicture(ada, bytes, said)
    return "refused" in stored ? `${stored.because}: ${stored.refused}` : "stored"
  }
  expect(await refused(Buffer.alloc(0))).toBe("damaged: The file is empty. Choose another one.")
  expect(await refused(Buffer.alloc(25_000_001, 255))).toContain("too large: The file is larger than 25 MB.")
  expect(await refused(Buffer.from("<svg></svg>"))).toContain("not a picture: This is an SVG drawing.")
  expect(await refused(await redAndBlue({ width: 9, height: 9 }).gif().toBuffer())).toContain("This is a GIF.")
  expect(await refused(bomb({ width: 9_000, height: 9_000 }, 1))).toContain(
    "too large: The picture has more than 50 million",
  )
  expect(await refused((await jpeg()).subarray(0, 2_000))).toContain("damaged: The picture cannot be read")
  expect(await refused(await jpeg(), {})).toBe("bad words: Describe what the picture shows, or mark it as decorative.")
  expect([await visible(), await db.picture.count(mine)]).toEqual(before)
  expect(await readdir(join(folder, "pictures", ".making"))).toEqual([])
})

test("when the database refuses the row, the files go too", async () => {
  const before = await visible()
  const nobody = { ...ada, id: randomUUID() }
  await expect(storePicture(nobody, await jpeg(), words)).rejects.toThrow()
  expect(await visible()).toEqual(before)
})

test("when the disk refuses the files, there is no row", async () => {
  const before = await db.picture.count({ where: { uploadedById: ada.id } })
  const data = process.env.DATA_DIR
  await writeFile(join(folder, "a-file"), "")
  process.env.DATA_DIR = join(folder, "a-file")
  await expect(storePicture(ada, await jpeg(), words)).rejects.toThrow()
  process.env.DATA_DIR = data
  expect(await db.picture.count({ where: { uploadedById: ada.id } })).toBe(before)
})
