import "server-only"
import { z } from "zod"
import { db, Prisma } from "../db.server"
import { type Rights, rightsIn } from "./rights"
import { storiesWith } from "./used.server"

const used = z.object({
  id: z.string(),
  headline: z.string(),
  language: z.string(),
  status: z.string(),
  draft: z.boolean(),
  live: z.boolean(),
  address: z.string().nullable(),
})
type Use = z.infer<typeof used>

const MOST_USES = 200

/** The stories that show a picture in their draft or before readers, last changed first. */
const findUses = async (id: string): Promise<Use[]> =>
  z.array(used).parse(
    await db.$queryRaw<unknown[]>`
      SELECT s.id, s.headline, s.language, s.status, u.draft, u.live, '/' || v.section || '/' || v.slug AS address
      FROM (${storiesWith(Prisma.sql`${id}::uuid`)}) u JOIN "Story" s ON s.id = u.id LEFT JOIN "Version" v ON v.id = s."liveId"
      ORDER BY s."changedAt" DESC, s.id LIMIT ${MOST_USES}`,
  )

const named = { select: { id: true, caption: true, alt: true, fileName: true } } as const
const include = {
  uploadedBy: { select: { name: true } },
  replacedBy: named,
  replaces: named,
  events: { orderBy: { id: "desc" as const }, include: { actor: { select: { name: true } } } },
} as const

type Row = Prisma.PictureGetPayload<{ include: typeof include }>
export type PictureAtDesk = Row & { may: Rights; uses: Use[] }

/** A picture with everything that the newsroom knows of it; null where there is none. */
export async function findPictureAtDesk(id: string): Promise<PictureAtDesk | null> {
  if (!z.uuid().safeParse(id).success) return null
  const [row, uses] = await Promise.all([db.picture.findUnique({ where: { id }, include }), findUses(id)])
  return row && { ...row, may: rightsIn(row), uses }
}
