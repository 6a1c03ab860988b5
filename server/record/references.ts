import type pg from "pg"

type Reference = { from: string; columns: string[]; to: string; ids: string[]; name: string }

const REFERENCES = `
  SELECT c.conname AS name, c.conrelid::regclass::text AS "from", c.confrelid::regclass::text AS "to",
    ARRAY(SELECT quote_ident(a.attname) FROM unnest(c.conkey) WITH ORDINALITY k(num, n)
      JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.num ORDER BY k.n) AS columns,
    ARRAY(SELECT quote_ident(a.attname) FROM unnest(c.confkey) WITH ORDINALITY k(num, n)
      JOIN pg_attribute a ON a.attrelid = c.confrelid AND a.attnum = k.num ORDER BY k.n) AS ids
  FROM pg_constraint c WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace ORDER BY c.conname`

/** Rows whose foreign key leads to nothing, which only somebody with the rights of the server can make: a sentence per key. */
export async function rowsThatPointNowhere(client: pg.Client): Promise<string[]> {
  const { rows: references } = await client.query<Reference>(REFERENCES)
  const wrong: string[] = []
  for (const { from, to, columns, ids } of references) {
    const points = columns.map((column) => `f.${column} IS NOT NULL`).join(" AND ")
    const meets = columns.map((column, index) => `t.${ids[index]} = f.${column}`).join(" AND ")
    const { rows } = await client.query<{ count: number }>(
      `SELECT count(*)::int FROM ${from} f WHERE ${points} AND NOT EXISTS (SELECT FROM ${to} t WHERE ${meets})`,
    )
    const count = rows[0]?.count ?? 0
    if (count)
      wrong.push(
        `${count} ${count === 1 ? "row" : "rows"} of ${from} point to a row of ${to} that is not there (${columns.join(", ")}).`,
      )
  }
  return wrong
}
