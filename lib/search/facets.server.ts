import "server-only"
import { z } from "zod"
import { Prisma } from "../db.server"

const facet = z.array(z.object({ value: z.string(), name: z.string(), stories: z.number() }))
export const facetsRow = z.object({ section: facet, topic: facet, author: facet, year: facet })

const facetOf = (name: string, from: Prisma.Sql, order = Prisma.sql`stories DESC, name, value`) => Prisma.sql`
  ARRAY(SELECT jsonb_build_object('value', value, 'name', name, 'stories', stories)
    FROM (SELECT value, name, count(*)::int AS stories FROM (${from}) each GROUP BY value, name ORDER BY ${order} LIMIT 10) counted)
  AS ${Prisma.raw(name)}`

/** How many of `found` there are of each section, topic, author and year, under the names that they have today. */
export const FACETS = Prisma.join(
  [
    facetOf(
      "section",
      Prisma.sql`SELECT section AS value, coalesce(c.name, section) AS name FROM found LEFT JOIN "Section" c ON c.slug = section`,
    ),
    facetOf(
      "topic",
      Prisma.sql`SELECT t.slug AS value, t.name FROM found, unnest(topics) topic JOIN "Topic" t ON t.slug = topic`,
    ),
    facetOf(
      "author",
      Prisma.sql`SELECT p.slug AS value, p.name FROM found, unnest(people) person JOIN "Person" p ON p.id = person`,
    ),
    facetOf("year", Prisma.sql`SELECT year::text AS value, year::text AS name FROM found`, Prisma.sql`value DESC`),
  ],
  ", ",
)
