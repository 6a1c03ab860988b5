import { randomUUID } from "node:crypto"
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, test } from "@playwright/test"
import { readPicture } from "@/lib/pictures/files.server"
import { makeFurtherRenditions } from "@/lib/pictures/further.server"
import { inS3 } from "@/lib/pictures/s3.server"
import { onDisk, type Shelf } from "@/lib/pictures/shelf.server"
import { storePicture } from "@/lib/pictures/store.server"
import { hire } from "../newsroom"
import { S3_KEY, serveBucket, withPicturesIn } from "../s3-server"
import { redAndBlue } from "../unit/pictures/files"

let folder: string
let bucket: Awaited<ReturnType<typeof serveBucket>>

test.describe.configure({ mode: "default" })
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "standfirst-"))
  process.env.DATA_DIR = folder
  bucket = await serveBucket()
})
test.afterAll(async () => {
  await bucket.end()
  await rm(folder, { recursive: true, force: true })
})

const SHELVES: [string, () => Shelf][] = [
  ["a disk", () => onDisk(join(folder, "shelf"))],
  ["S3", () => inS3({ bucket: bucket.address, ...S3_KEY })],
]

for (const [name, open] of SHELVES)
  test(`${name} keeps files whole, lists them by their beginning, and forgets them`, async () => {
    const shelf = open()
    const from = join(folder, randomUUID())
    await mkdir(from)
    const names = ["a-1.webp", "a-2.jpg", "a-3 é+&.jpg", "b-1.avif"]
    for (const one of names) await writeFile(join(from, one), `bytes of ${one}`)
    expect(await shelf.list("a-"), "an empty one").toEqual([])
    await shelf.put(from, names)
    for (const one of names) expect((await shelf.get(one))?.toString()).toBe(`bytes of ${one}`)
    expect((await shelf.list("a-")).sort()).toEqual(names.slice(0, 3))
    expect((await shelf.list("")).sort()).toEqual(names)
    expect(await shelf.get("c-1.webp")).toBe(null)
    await shelf.remove(["a-1.webp", "never-was.webp"])
    expect((await shelf.list("")).sort()).toEqual(names.slice(1))
    await shelf.remove(names)
    await expect(shelf.put(from, ["never-was.webp"])).rejects.toThrow()
  })

test("a bucket that refuses, or is not there, is no empty one", async () => {
  const other = (change: object) => inS3({ bucket: bucket.address, ...S3_KEY, ...change })
  await expect(other({ secret: "another" }).get("a.webp")).rejects.toThrow("S3 answered 403")
  await expect(other({ region: "elsewhere" }).list("")).rejects.toThrow("S3 answered 403")
  const elsewhere = other({ bucket: bucket.address.replace("bucket", "nowhere") })
  await expect(elsewhere.list("")).rejects.toThrow("make it first")
  await expect(elsewhere.get("a.webp")).rejects.toThrow("make it first")
  const nobody = other({ bucket: "http://127.0.0.1:9/bucket" })
  await expect(nobody.list("")).rejects.toThrow("S3 at http://127.0.0.1:9/bucket cannot be reached")
})

test("with a bucket, a picture's files and its crops lie there, and nothing stays on the disk", async () => {
  await withPicturesIn(bucket.address, async () => {
    const bytes = await redAndBlue({ width: 60, height: 40 }).jpeg().toBuffer()
    const stored = await storePicture(await hire("reporter"), bytes, { alt: "Red and blue" })
    if ("refused" in stored) throw new Error(stored.refused)
    const { id } = stored.picture
    await makeFurtherRenditions({ picture: id }, new AbortController().signal)
    expect([...bucket.objects.keys()]).toEqual(
      expect.arrayContaining([`${id}-60.webp`, `${id}.master.webp`, `${id}-60.avif`]),
    )
    expect((await readPicture(`${id}-60.jpg`))?.bytes.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]))
    expect(await readdir(join(folder, "pictures"))).toEqual([".making"])
    expect(await readdir(join(folder, "pictures", ".making"))).toEqual([])
  })
})
