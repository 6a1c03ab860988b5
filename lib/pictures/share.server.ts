import "server-only"
import { createHash, randomUUID } from "node:crypto"
import { join } from "node:path"
import { z } from "zod"
import { readBody } from "../blocks/stored"
import { yearOf } from "../dates"
import { db } from "../db.server"
import { enqueue } from "../jobs/enqueue.server"
import type { Payload } from "../jobs/payloads"
import { paper } from "../paper"
import { announce } from "../record/events.server"
import { TAGS } from "../record/tags"
import { isOld, yearAfter } from "../story/age"
import { databaseTime, transaction } from "../transaction.server"
import { draw } from "./drawing.server"
import { bringIn, noteFiles, readPicture, removeFiles, removeFolder, workFolder, writeMaster } from "./files.server"
import { type ShareWords, shareBox, shareFile, shareOfStory } from "./share"
import { xmpOf } from "./xmp"

/**
 * The job behind every publication: draws the picture that stands for the live version where its address is shared, and has
 * the page name it. A story that is not live any more needs none, nor does a version that has been followed by another. It comes again when the story is a year old.
 */
export async function makeSharePicture(
  { story: id, version }: Payload<"sharePicture">,
  signal: AbortSignal,
): Promise<void> {
  const now = await databaseTime(db)
  const found = await findWords(id, now)
  if (!found || (version && version !== found.liveId)) return
  const { words, liveId, publishedAt } = found
  const file = shareFile(id, digest(words))
  if (!(await readPicture(file))) await makeFile(file, words, signal)
  await transaction(async (tx) => {
    const { count } = await tx.story.updateMany({
      where: { id, liveId, sharePicture: { not: file } },
      data: { sharePicture: file },
    })
    if (count) await announce(tx, { what: "share picture", tags: [TAGS.story(id)], actorId: null, at: now })
    if (!isOld(publishedAt, now)) {
      const when = { key: `sharePicture of ${liveId} at a year`, runAt: yearAfter(publishedAt) }
      await enqueue(tx, "sharePicture", { story: id }, when)
    }
  })
  const live = await db.story.findUnique({ where: { id }, select: { sharePicture: true } })
  await removeFiles(`share-${id}`, (name) => shareOfStory(name) === id && name !== live?.sharePicture)
}

/** May readers have this share picture: its story is live. `gone`: it was withdrawn. */
export async function standingOfShare(name: string): Promise<"live" | "gone" | "nothing"> {
  const id = shareOfStory(name)
  const story = id && (await db.story.findUnique({ where: { id }, select: { liveId: true, withdrawnAt: true } }))
  if (!story) return "nothing"
  return story.liveId ? "live" : story.withdrawnAt ? "gone" : "nothing"
}

const liveRow = z.object({
  liveId: z.string(),
  headline: z.string(),
  kicker: z.string(),
  section: z.string(),
  body: z.unknown(),
  publishedAt: z.date(),
})

async function findWords(id: string, now: Date) {
  const [row] = await db.$queryRaw<unknown[]>`
    SELECT s."liveId", v.headline, v.kicker, coalesce(c.name, v.section) AS section, v.body, v."publishedAt"
    FROM "Story" s JOIN "Version" v ON v.id = s."liveId" LEFT JOIN "Section" c ON c.slug = v.section
    WHERE s.id = ${id}::uuid`
  if (!row) return null
  const { liveId, headline, kicker, section, body, publishedAt } = liveRow.parse(row)
  const words: ShareWords = {
    name: paper.name,
    kicker: [section, kicker].filter(Boolean).join(" · "),
    headline,
    foot: isOld(publishedAt, now) ? `From ${yearOf(publishedAt)}` : "",
    picture: await findPicture(body),
  }
  return { words, liveId, publishedAt }
}

const shownRow = z.object({
  ...{ file: z.string(), width: z.number(), height: z.number(), credit: z.string(), rights: z.string() },
  ...{ focalX: z.number(), focalY: z.number() },
})

/** The story's first picture that others may have, since share pictures are shown on their pages, with the credit that the story gives. */
async function findPicture(body: unknown): Promise<ShareWords["picture"]> {
  for (const block of readBody(body)) {
    if (block.kind !== "picture" || !block.pictureId) continue
    const [row] = await db.$queryRaw<
      unknown[]
    >`SELECT * FROM "ShownPicture" WHERE id = ${block.pictureId}::uuid AND "handedOn"`
    if (!row) continue
    const found = shownRow.parse(row)
    const { file: id, width, rights } = found
    return { id, width, box: shareBox(found, found), credit: block.credit || found.credit, rights }
  }
  return null
}

/** Another picture of the same words is never drawn; raise the number when the drawing itself changes. */
const digest = (words: ShareWords) =>
  createHash("sha256")
    .update(JSON.stringify([1, words]))
    .digest("hex")
    .slice(0, 16)

async function makeFile(file: string, words: ShareWords, signal: AbortSignal) {
  const folder = await workFolder(randomUUID())
  const source = await workFolder(randomUUID())
  try {
    const { picture } = words
    await draw(
      {
        ...words,
        file: join(folder, file),
        picture: picture && { file: await writeMaster(picture, source), box: picture.box },
        credit: picture?.credit ?? "",
        xmp: picture ? xmpOf(picture) : "",
      },
      signal,
    )
    await noteFiles(db, await bringIn(folder))
  } finally {
    await removeFolder(folder)
    await removeFolder(source)
  }
}
