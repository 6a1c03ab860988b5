import "server-only"
import { idsIn } from "../blocks/ids-in"
import { db, type Transaction } from "../db.server"
import { type Act, PUTS_OUT, type Refusal } from "../story/acts"
import type { Story } from "../story/story"
import { databaseTime } from "../transaction.server"
import { nameOfPicture } from "./library"
import { barOf, rightsIn } from "./rights"

/** For the desk: why each of these pictures may not be shown in a section now, by id; those that may are left out. */
export async function findBars(ids: readonly string[], section: string): Promise<Record<string, string>> {
  if (!ids.length) return {}
  const [rows, sections] = await Promise.all([
    db.picture.findMany({ where: { id: { in: [...ids] } }, include: { replacedBy: true } }),
    db.section.findMany({ select: { slug: true, name: true } }),
  ])
  const at = await databaseTime(db)
  return Object.fromEntries(
    rows.flatMap((row) => {
      const bar = barOf(rightsIn(row.replacedBy ?? row), section, sections, at)
      return bar ? [[row.id, bar]] : []
    }),
  )
}

/**
 * Why a story may not come before readers with its pictures at this moment, with a sentence for each block; null: it may. A picture that
 * readers' version shows already holds nothing up: where its rights have ended it is not seen, and a correction must not wait for it.
 */
export async function pictureBarred(tx: Transaction, act: Act, story: Story, at: Date): Promise<Refusal | null> {
  if (!PUTS_OUT.includes(act)) return null
  const blocks = story.text.body.map((block) => ("pictureId" in block && block.pictureId ? block.pictureId : null))
  const wanted = [...new Set(blocks.flatMap((id) => id ?? []))]
  if (!wanted.length) return null
  const live =
    story.liveId &&
    (await tx.version.findUnique({ where: { id: story.liveId }, select: { body: true, section: true } }))
  const shown = live && live.section === story.text.section ? idsIn(live.body, "pictureId") : []
  const fresh = wanted.filter((id) => !shown.includes(id))
  const rows = fresh.length
    ? await tx.picture.findMany({ where: { id: { in: fresh } }, include: { replacedBy: true } })
    : []
  const sections = rows.length ? await tx.section.findMany({ select: { slug: true, name: true } }) : []
  const bars = rows.flatMap((row) => {
    const bar = barOf(rightsIn(row.replacedBy ?? row), story.text.section, sections, at)
    return bar ? [{ id: row.id, name: nameOfPicture(row), bar }] : []
  })
  const [first] = bars
  if (!first) return null
  const fields = Object.fromEntries(
    blocks.flatMap((id, index) => {
      const found = bars.find((one) => one.id === id)
      return found ? [[`body.${index}.pictureId`, found.bar]] : []
    }),
  )
  return { refused: `The picture “${first.name}” may not be used. ${first.bar}`, because: "not ready", fields }
}
