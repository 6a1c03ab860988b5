import type pg from "pg"
import { faultsOf } from "@/server/record/verify"

// What somebody with the rights of the server could do to the rows of the record, drawn at random by a seed.

/** What may be overwritten, and how: every column that the record answers for, with another value for it in SQL. */
const COLUMNS: Record<string, Record<string, string>> = {
  Version: {
    ...Object.fromEntries(
      ["headline", "standfirst", "kicker", "dateline", "language", "section", "slug", "note", "kind"].map((name) => [
        name,
        `"${name}" || 'x'`,
      ]),
    ),
    ...{
      number: "number + 7",
      clarifies: "NOT clarifies",
      topics: "array_append(topics, 'more')",
      body: `body || '[{"kind":"rule"}]'`,
    },
    ...{ byline: `byline || '[{"name":"Somebody"}]'`, related: `related || '[{"link":"0"}]'` },
    publishedAt: `"publishedAt" - interval '1 ms'`,
    madeAt: `"madeAt" - interval '1 ms'`,
    updatedAt: `coalesce("updatedAt", "madeAt") - interval '1 ms'`,
    madeById: "gen_random_uuid()",
  },
  StoryEvent: {
    ...{ act: "act || 'x'", note: "note || 'x'", fromStatus: `"fromStatus" || 'x'`, toStatus: `"toStatus" || 'x'` },
    ...{
      actorId: "gen_random_uuid()",
      storyId: "gen_random_uuid()",
      versionId: "gen_random_uuid()",
      tags: "array_append(tags, 'x')",
    },
    ...{ at: "at - interval '1 ms'", due: "coalesce(due, at) + interval '1 ms'", revision: "revision - 1" },
    position: "position + 100000",
  },
  Address: {
    section: "section || 'x'",
    slug: "slug || 'x'",
    storyId: "gen_random_uuid()",
    since: "since - interval '1 ms'",
  },
  RecordEntry: { document: "document || ' '", index: "index + 100000" },
  RecordSalt: { salt: `set_byte(salt, 3, 255 - get_byte(salt, 3))`, index: "index + 100000" },
  RecordNode: { hash: "md5(hash) || md5(hash || 'x')", index: "index + 100000", level: "level + 20" },
  RecordHead: {
    ...{
      before: "before + 1",
      root: "md5(root) || md5(root || 'x')",
      at: "at + interval '1 ms'",
      size: "size + 100000",
    },
    ...{ keyId: `left(md5("keyId"), 16)`, signature: "'A' || signature" },
  },
  RecordKey: { publicKey: `'A' || "publicKey"`, id: "left(md5(id), 16)", since: "since + interval '1 ms'" },
}

/** What is exchanged between two rows: their words, and not what they are called. */
const SWAPPED: Record<string, string> = {
  ...{ Version: "headline", StoryEvent: "at", RecordEntry: "document", RecordSalt: "salt", RecordNode: "hash" },
}

/** A copy of a row that is put in, and what tells it from the row. */
const INSERTED: Record<string, string> = {
  Version: `jsonb_build_object('id', gen_random_uuid(), 'number', number + 50)`,
  StoryEvent: `jsonb_build_object('position', position + 100000)`,
  Address: `jsonb_build_object('slug', slug || '-x')`,
  RecordEntry: `jsonb_build_object('index', index + 100000)`,
  RecordNode: `jsonb_build_object('index', index + 100000)`,
  RecordHead: `jsonb_build_object('size', size + 100000)`,
  RecordKey: `jsonb_build_object('id', left(md5(id), 16))`,
}

/** A row of a table by chance: the same for the same seed. */
const rowOf = (table: string, seed: string, most = 1) =>
  `(SELECT ctid FROM "${table}" t ORDER BY md5(to_jsonb(t)::text || '${seed}') LIMIT ${most})`

export type Tampering = { what: string; statement: string }

/** Tampering number `number`: edits, deletions, exchanges and insertions in turn. */
export function tampering(number: number): Tampering {
  const seed = `seed ${number}`
  const pick = <T>(from: readonly T[]) => from[Math.floor(number / 4) % from.length] as T
  const kind = number % 4
  if (kind === 0) {
    const all = Object.entries(COLUMNS).flatMap(([table, columns]) =>
      Object.entries(columns).map((one) => [table, ...one]),
    )
    const [table = "", column = "", value] = pick(all)
    return {
      what: `${table}.${column} is overwritten`,
      statement: `UPDATE "${table}" SET "${column}" = ${value} WHERE ctid = ${rowOf(table, seed)}`,
    }
  }
  if (kind === 1) {
    const table = pick(Object.keys(COLUMNS))
    return {
      what: `a row of ${table} is deleted`,
      statement: `DELETE FROM "${table}" WHERE ctid = ${rowOf(table, seed)}`,
    }
  }
  if (kind === 2) {
    const [table, column] = pick(Object.entries(SWAPPED))
    return {
      what: `two rows of ${table} exchange ${column}`,
      statement: `WITH one AS (SELECT ctid AS place, "${column}" AS held FROM "${table}" WHERE ctid = ${rowOf(table, seed)}),
        other AS (SELECT t.ctid AS place, t."${column}" AS held FROM "${table}" t, one WHERE t."${column}" <> one.held
          ORDER BY md5(to_jsonb(t)::text || '${seed}') LIMIT 1)
        UPDATE "${table}" t SET "${column}" = CASE WHEN t.ctid = one.place THEN other.held ELSE one.held END
        FROM one, other WHERE t.ctid IN (one.place, other.place)`,
    }
  }
  const [table, other] = pick(Object.entries(INSERTED))
  return {
    what: `a row of ${table} is put in`,
    statement: `INSERT INTO "${table}" SELECT (jsonb_populate_record(NULL::"${table}", to_jsonb(t) || ${other})).*
      FROM "${table}" t WHERE ctid = ${rowOf(table, seed)}`,
  }
}

/** The last event, and everything that tells of it: a tail cut off so whole that nothing within the database misses it. */
export const CUT_TAIL = `
  WITH gone AS (DELETE FROM "StoryEvent" WHERE position = (SELECT last FROM "EventCounter") RETURNING *),
    story AS (UPDATE "Story" s SET status = gone."fromStatus" FROM gone WHERE s.id = gone."storyId"),
    counter AS (UPDATE "EventCounter" SET last = last - 1),
    follower AS (UPDATE "Follower" SET position = position - 1 WHERE name = 'record'),
    entry AS (DELETE FROM "RecordEntry" r USING gone WHERE r.index = gone.position - 1),
    salt AS (DELETE FROM "RecordSalt" r USING gone WHERE r.index = gone.position - 1),
    head AS (DELETE FROM "RecordHead" h USING gone WHERE h.size = gone.position)
  DELETE FROM "RecordNode" n USING gone WHERE (n.index + 1) * (2 ^ n.level) = gone.position`

/** What is found after this was done behind the triggers, which is then undone; and how many rows it changed. */
export async function foundAfter(client: pg.Client, statement: string) {
  await client.query("BEGIN")
  try {
    await client.query("SET LOCAL session_replication_role = replica")
    const { rowCount } = await client.query(statement)
    const { wrong } = await faultsOf(client)
    return { changed: rowCount ?? 0, wrong }
  } finally {
    await client.query("ROLLBACK")
  }
}
