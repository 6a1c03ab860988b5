import "server-only"
import { Prisma } from "../db.server"

/** Does this body (a column) show the picture of this id (an expression)? As the indexes Story_pictures_idx and Version_pictures_idx have it. */
export const shows = (body: Prisma.Sql, id: Prisma.Sql) =>
  Prisma.sql`jsonb_path_query_array(${body}, '$[*].pictureId') @> jsonb_build_array(${id}::text)`

/** The ids under which stories show a picture: its own, and of those in whose place it stands. */
const names = (id: Prisma.Sql) =>
  Prisma.sql`(SELECT n.id FROM "Picture" n WHERE n.id = ${id} UNION ALL SELECT n.id FROM "Picture" n WHERE n."replacedById" = ${id})`

/** Stories (as s) whose draft, or live version (as v), shows a picture. What was spiked uses nothing. */
export const storiesWith = (id: Prisma.Sql) => Prisma.sql`
  SELECT s.id, bool_or(place = 'draft') AS draft, bool_or(place = 'live') AS live FROM ${names(id)} n
  CROSS JOIN LATERAL (
    SELECT d.id, 'draft' AS place FROM "Story" d WHERE ${shows(Prisma.sql`d.body`, Prisma.sql`n.id`)} AND d.status <> 'spiked'
    UNION ALL
    SELECT l.id, 'live' FROM "Version" v JOIN "Story" l ON l."liveId" = v.id WHERE ${shows(Prisma.sql`v.body`, Prisma.sql`n.id`)}
  ) s GROUP BY s.id`
