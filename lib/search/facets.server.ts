import "server-only"
import { z } from "zod"
import { Prisma } from "../db.server"

const facet = z.array(z.object({ value: z.string(), name: z.string(), stories: z.number() }))
export const facetsRow = z.object({ section: facet, topic: facet, author: facet, year: facet })

const MOST = 10

/** Counted first and named then: a name is looked up once for each value, not for each story. */
const facetOf = (name: string, values: Prisma.Sql, named: Prisma.Sql) => Prisma.sql`
  ARRAY(SELECT jsonb_build_object('value', n.value, 'name', n.name, 'stories', c.stories)
    FROM (SELECT key, count(*)::int AS stories FROM (${values}) each(key) GROUP BY key) c, LATERAL (${named}) n
    ORDER BY ${name === "year" ? Prisma.sql`c.key DESC` : Prisma.sql`c.stories DESC, n.name, n.value`} LIMIT ${MOST})
  AS ${Prisma.raw(name)}`

/** How many of `found` there are of each section, topic, author and year, under the names that they have today. */
export const FACETS = Prisma.join(
  [
    facetOf(
      "section",
      Prisma.sql`SELECT section FROM found`,
      Prisma.sql`SELECT slug AS value, name FROM "Section" WHERE slug = c.key`,
    ),
    facetOf(
      "topic",
      Prisma.sql`SELECT topic FROM found, unnest(topics) topic`,
      Prisma.sql`SELECT slug AS value, name FROM "Topic" WHERE slug = c.key`,
    ),
    facetOf(
      "author",
      Prisma.sql`SELECT person FROM found, unnest(people) person`,
      Prisma.sql`SELECT slug AS value, name FROM "Person" WHERE id = c.key`,
    ),
    facetOf("year", Prisma.sql`SELECT year FROM found`, Prisma.sql`SELECT c.key::text AS value, c.key::text AS name`),
  ],
  ", ",
)
