import { writeFile } from "node:fs/promises"
import { join } from "node:path"
import { expect, test } from "@playwright/test"
import { inS3 } from "@/lib/pictures/s3.server"
import { verify } from "@/server/record/verify"
import { S3_KEY, serveBucket, withPicturesIn } from "../s3-server"
import { at, command, filesIn, openPlace, type Place, rowsAt, wholePaper } from "../whole-paper"
import { ask } from "./own-database"

test.describe.configure({ mode: "default", timeout: 120_000 })

let [paper, bucket]: [Place, Awaited<ReturnType<typeof serveBucket>>] = [] as never
let backup: string
const opened: { remove(): Promise<unknown> }[] = []

test.beforeAll(async () => {
  test.setTimeout(120_000)
  bucket = await serveBucket()
  paper = await open()
  await inBucket(() => at(paper, wholePaper))
  backup = join(paper.folder, "backups", "monday")
  expect(await inBucket(() => command(paper, "backup", backup))).toMatchObject({ status: 0 })
})

test.afterAll(async () => {
  for (const place of opened) await place.remove()
  await bucket.end()
})

async function open(of?: Parameters<typeof openPlace>[0]) {
  const place = await openPlace(of)
  opened.push(place)
  return place
}

const inBucket = <R>(work: () => Promise<R>, address = bucket.address) => withPicturesIn(address, work)
const objects = () => Object.fromEntries([...bucket.objects].sort())

/** Does the work while the bucket holds something else, and puts back what it held. */
async function withChanged(change: () => unknown, work: () => Promise<void>) {
  const before = [...bucket.objects]
  try {
    change()
    await work()
  } finally {
    bucket.objects.clear()
    for (const [name, bytes] of before) bucket.objects.set(name, bytes)
  }
}

test("a backup holds the pictures of a bucket, and restores them into another bucket or onto a disk", async () => {
  expect(await filesIn(join(backup, "pictures"))).toEqual(objects())
  expect(Object.keys(objects()).length).toBeGreaterThan(5)
  const [tables, before] = [await rowsAt(paper), objects()]
  const other = await serveBucket()
  try {
    const elsewhere = await open({ empty: true })
    const restored = await inBucket(() => command(elsewhere, "restore", backup), other.address)
    expect(restored).toMatchObject({ status: 0, said: expect.stringContaining(`(in ${other.address})`) })
    expect(Object.fromEntries([...other.objects].sort())).toEqual(before)
    expect(await rowsAt(elsewhere)).toEqual(tables)
    expect(await filesIn(elsewhere.folder), "nothing stays on the disk").toEqual({})
    expect(await inBucket(() => command(elsewhere, "verify"), other.address)).toMatchObject({ status: 0 })
  } finally {
    await other.end()
  }
  const onDisk = await open()
  expect(await command(onDisk, "restore", backup)).toMatchObject({ status: 0 })
  expect(await filesIn(join(onDisk.folder, "pictures"))).toEqual(before)
  expect(await command(onDisk, "verify")).toMatchObject({ status: 0 })
})

test("verify finds an object that is missing, and one that was altered by a single bit", async () => {
  const whole = await inBucket(() => command(paper, "verify"))
  expect(whole).toMatchObject({ status: 0, said: expect.stringContaining(`${bucket.objects.size} files of pictures`) })
  const names = [...bucket.objects.keys()].sort()
  const [gone = "", altered = ""] = [names.find((name) => name.endsWith("-480.jpg")), names.at(-1)]
  const bytes = Buffer.from(bucket.objects.get(altered) ?? "")
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
  const change = () => {
    bucket.objects.delete(gone)
    bucket.objects.set(altered, bytes)
  }
  await withChanged(change, async () => {
    const { status, said } = await inBucket(() => command(paper, "verify"))
    expect(status).toBe(1)
    expect(said.split("\n").filter((line) => line.startsWith("The picture"))).toEqual([
      `The picture ${gone} is missing.`,
      `The picture ${altered} is damaged: it does not hold what was made (${bytes.length} bytes, and ${bytes.length} were made).`,
    ])
    const again = await inBucket(() => command(paper, "backup", join(paper.folder, "backups", "tuesday")))
    expect(again.status).toBe(0)
    expect(again.said).toContain("Missing in it, or damaged")
    for (const name of [gone, altered]) expect(again.said).toContain(name)
  })
})

test("what the paper takes away while it is read is no fault; what it still wants is", async () => {
  const copy = await open({ like: paper.address })
  const whole = inS3({ bucket: bucket.address, ...S3_KEY })
  const name = [...bucket.objects.keys()].find((one) => one.endsWith("-480.jpg")) ?? ""
  const losing = (forget: () => Promise<unknown>) => ({
    ...whole,
    get: async (asked: string) => (asked === name ? forget().then(() => null) : whole.get(asked)),
  })
  const after = (forget: () => Promise<unknown>) => verify({ databaseUrl: copy.address, shelf: losing(forget) })
  expect(await after(async () => {})).toEqual({ refused: expect.stringContaining(`The picture ${name} is missing.`) })
  const taken = () => ask(copy.address, `DELETE FROM "PictureFile" WHERE name = '${name}'`)
  expect(await after(taken)).toEqual({ said: expect.stringContaining("The record is whole") })
})

test("what lies in the bucket and is no picture of ours is left, which is said; what cannot be read is no empty bucket", async () => {
  await withChanged(
    () => bucket.objects.set("letters/to the editor.txt", Buffer.from("Dear Sir")),
    async () => {
      const folder = join(paper.folder, "backups", "wednesday")
      const { status, said } = await inBucket(() => command(paper, "backup", folder))
      expect(status).toBe(0)
      expect(said).toContain("for no picture is called so: letters/to the editor.txt.")
      expect(await filesIn(join(folder, "pictures"))).toEqual(await filesIn(join(backup, "pictures")))
    },
  )
  const nowhere = bucket.address.replace("bucket", "nowhere")
  const folder = join(paper.folder, "backups", "thursday")
  for (const args of [["backup", folder], ["verify"]])
    expect(await inBucket(() => command(paper, ...args), nowhere), args[0]).toEqual({
      status: 1,
      said: expect.stringContaining(`The pictures in ${nowhere} cannot be read`),
    })
  expect(await filesIn(folder).catch(() => "not there")).toBe("not there")
})

test("a restore that the bucket refuses leaves neither rows nor pictures, and takes away none that were there", async () => {
  const place = await open()
  const nowhere = bucket.address.replace("bucket", "nowhere")
  expect(await inBucket(() => command(place, "restore", backup), nowhere)).toMatchObject({ status: 1 })
  expect(await ask(place.address, `SELECT count(*)::int FROM "Story"`)).toEqual([[0]])
  const file = join(backup, "pictures", [...bucket.objects.keys()].sort().at(-1) ?? "")
  const before = objects()
  await inBucket(async () => {
    const other = await open()
    // The paper's own bucket, whose database was lost: what is in it stays, whatever becomes of the restore.
    await ask(other.address, `ALTER TABLE "Story" ADD CONSTRAINT "never" CHECK (headline = 'never') NOT VALID`)
    expect((await command(other, "restore", backup).catch(() => ({ status: 1 }))).status).toBe(1)
  })
  expect(objects()).toEqual(before)
  await writeFile(file, "something else")
  expect(await inBucket(() => command(place, "restore", backup))).toMatchObject({ status: 1 })
  expect(objects()).toEqual(before)
})
