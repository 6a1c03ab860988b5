import pg from "pg"

/** A table of ours with the columns that are stored: what the database generates, it generates again. */
export type Table = { name: string; columns: { name: string; type: string }[] }

/** Every setting on which the text form of a value depends, so that any server reads what any other has written. */
const FORMS = `SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD'; SET IntervalStyle = 'postgres'; SET bytea_output = 'hex';
  SET extra_float_digits = 1; SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0`

/** Does the work on a connection of its own, which may take as long as it needs. */
export async function connected<R>(databaseUrl: string, work: (client: pg.Client) => Promise<R>): Promise<R> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: "standfirst-backup" })
  // The query under way fails with the connection; without a listener the process would.
  client.on("error", () => {})
  try {
    await client.connect()
    await client.query(FORMS)
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}

/** Does the work in one transaction that sees the database as it is at this moment, whatever is written meanwhile. */
export const inSnapshot = <R>(databaseUrl: string, work: (client: pg.Client) => Promise<R>) =>
  connected(databaseUrl, async (client) => {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY")
    return work(client)
  })

/**
 * The tables of ours: not the history of migrations, which the manifest tells, not how far others have read a log that goes on without
 * what is restored, not who has which story open, not pictures that are still coming, not clues and suggestions, which a job makes again, and
 * none that belongs to an extension.
 */
export async function findTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    SELECT c.relname AS name,
      json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) ORDER BY a.attnum) AS columns
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname NOT IN ('_prisma_migrations', 'Follower', 'Presence', 'PictureUpload', 'PictureUploadPart', 'Clue', 'StoryClue', 'Suggested', 'Suggestion')
      AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.classid = 'pg_class'::regclass AND d.deptype = 'e')
    GROUP BY c.relname ORDER BY c.relname`)
  return rows
}

export const nameOf = (table: string) => `public.${pg.escapeIdentifier(table)}`

const ROWS = 200

/** Reads with a cursor, a few rows at a time: memory stays flat however many there are. */
export async function* read<Row extends object>(client: pg.Client, query: string): AsyncGenerator<Row[]> {
  await client.query(`DECLARE rows_of_ours NO SCROLL CURSOR FOR ${query}`)
  for (;;) {
    const { rows } = await client.query<Row>(`FETCH ${ROWS} FROM rows_of_ours`)
    if (!rows.length) break
    yield rows
  }
  await client.query("CLOSE rows_of_ours")
}

/** A table's rows, a line each: the text form of every value, as pg_dump has it too, in an array of JSON. */
export async function* linesOf(client: pg.Client, { name, columns }: Table): AsyncGenerator<string[]> {
  const values = columns.map((column) => `${pg.escapeIdentifier(column.name)}::text`).join(", ")
  const query = `SELECT array_to_json(ARRAY[${values}]::text[])::text AS line FROM ONLY ${nameOf(name)}`
  for await (const rows of read<{ line: string }>(client, query)) yield rows.map(({ line }) => line)
}

/** Puts such lines into a table. @returns how many rows it has got */
export async function insertLines(client: pg.Client, { name, columns }: Table, lines: string[]): Promise<number> {
  const names = columns.map((column) => pg.escapeIdentifier(column.name)).join(", ")
  const values = columns.map(({ type }, index) => `(line ->> ${index})::${type}`).join(", ")
  const { rowCount } = await client.query(
    `INSERT INTO ${nameOf(name)} (${names}) OVERRIDING SYSTEM VALUE
     SELECT ${values} FROM jsonb_array_elements($1::jsonb) AS line`,
    [`[${lines.join(",")}]`],
  )
  return rowCount ?? 0
}
