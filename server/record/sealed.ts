import { readFile } from "node:fs/promises"
import type pg from "pg"
import { z } from "zod"
import { canonical } from "../../lib/record/canonical"
import { committer, leafHash, pairHash } from "../../lib/record/digest.server"
import { documentOf, type Facts, headText, type VersionFacts } from "../../lib/record/entry"
import { isSigned } from "../../lib/record/key.server"
import { joined } from "../../lib/record/merkle"
import { read } from "../backup/tables"
import { keysOf, trustedOf, wrongKeys } from "./keys"

// The sealed record against what it is of: every entry is computed anew from the event and the version, the tree from the entries, and the
// heads from the tree.

type EntryRow = Omit<Facts, "version"> & {
  index: number | null
  document: string | null
  salt: Buffer | null
  /** null: there is no such event */
  event: number | null
  /** its story was removed for legal reasons, after this */
  erased: boolean
  version: VersionRow | null
}
type VersionRow = Record<keyof VersionFacts, unknown>

/** Every event with its entry, in the order of the log; what is only in the record comes last. */
const ENTRIES = `
  SELECT r.index, r.document, t.salt, e.position AS event, coalesce(e.position, r.index + 1) AS position, e."storyId", e.act, e.at, e."actorId",
    e.note, e."fromStatus", e."toStatus", e.revision, e.due, e.tags, CASE WHEN v.id IS NOT NULL THEN to_jsonb(v) END AS version,
    EXISTS (SELECT FROM "StoryEvent" gone WHERE gone."storyId" = e."storyId" AND gone.act = 'remove' AND gone.position > e.position) AS erased
  FROM "StoryEvent" e LEFT JOIN "Version" v ON v.id = e."versionId"
    FULL JOIN "RecordEntry" r ON r.index = e.position - 1 LEFT JOIN "RecordSalt" t ON t.index = r.index
  ORDER BY 5`

const dates = z.object({ publishedAt: z.coerce.date(), madeAt: z.coerce.date(), updatedAt: z.coerce.date().nullable() })

const factsOf = ({ index: _, document, salt, event, erased, version, ...facts }: EntryRow): Facts => ({
  ...facts,
  version: version && ({ ...version, ...dates.parse(version) } as VersionFacts),
})

/** What is wrong with the sealed record, in sentences, and how many entries it has. `own`: the keys that are trusted, any if left out. */
export async function checkSealed(client: pg.Client, own?: ReadonlyMap<string, string>) {
  const wrong: string[] = []
  const tree = new Tree()
  const roots = new Map<number, string>()
  const sizes = new Set(await headSizes(client))
  const followed = await followedTo(client)
  for await (const rows of read<EntryRow>(client, ENTRIES))
    for (const row of rows) {
      if (row.index === null) {
        if (row.position <= followed) wrong.push(`Event ${row.position} is missing from the record.`)
        continue
      }
      const fault = faultOf(row, tree.size)
      if (fault) wrong.push(fault)
      tree.add(leafHash(row.document ?? ""))
      if (sizes.has(tree.size)) roots.set(tree.size, tree.root())
    }
  wrong.push(...(await wrongNodes(client, tree)), ...(await wrongHeads(client, roots, tree.size, own)))
  return { wrong, entries: tree.size }
}

function faultOf(row: EntryRow, expected: number): string | null {
  if (row.index !== expected) return `The record has an entry ${row.index} where entry ${expected} is expected.`
  if (row.event === null) return `Entry ${row.index} of the record is of event ${row.position}, which is not there.`
  if (!row.salt && row.erased) return faultOfErased(row)
  if (!row.salt) return `Entry ${row.index} of the record cannot be opened: its salt is missing.`
  if (documentOf(factsOf(row), committer(row.salt)) === row.document) return null
  return `Entry ${row.index} of the record (event ${row.position}) does not tell what the event and its version tell.`
}

const told = z.object({
  position: z.number(),
  story: z.string().optional(),
  act: z.string().optional(),
  at: z.string().optional(),
  version: z.object({ number: z.number(), kind: z.string(), madeAt: z.string() }).nullish(),
})

/** Of an entry whose words were erased, what it says without them still has to be what the event says. */
function faultOfErased({ index, position, document, storyId, act, at, version }: EntryRow): string | null {
  const said = told.safeParse(parsed(document ?? "")).data
  const made = version && {
    number: version.number,
    kind: version.kind,
    madeAt: dates.parse(version).madeAt.toISOString(),
  }
  const isPublic =
    said?.act === undefined || (said.story === storyId && said.act === act && said.at === at.toISOString())
  const same = said?.position === position && isPublic && canonical(said.version ?? null) === canonical(made ?? null)
  return same
    ? null
    : `Entry ${index} of the record (event ${position}) does not tell what the event tells, as far as it was not erased.`
}

/** Whole subtrees as they come, and those that are not part of a larger one yet. */
class Tree {
  size = 0
  readonly nodes = new Map<string, string>()
  private open: { level: number; index: number; hash: string }[] = []

  add(leaf: string) {
    let node = { level: 0, index: this.size++, hash: leaf }
    this.nodes.set(`0 ${node.index}`, leaf)
    for (let last = this.open.at(-1); last?.level === node.level; last = this.open.at(-1)) {
      this.open.pop()
      node = { level: node.level + 1, index: last.index / 2, hash: pairHash(last.hash, node.hash) }
      this.nodes.set(`${node.level} ${node.index}`, node.hash)
    }
    this.open.push(node)
  }

  root = () =>
    joined(
      this.open.map(({ hash }) => hash),
      pairHash,
    )
}

/** The last event that the record was written from. */
async function followedTo(client: pg.Client) {
  const { rows } = await client.query<{ position: number }>(`SELECT position FROM "Follower" WHERE name = 'record'`)
  return rows[0]?.position ?? 0
}

async function headSizes(client: pg.Client) {
  const { rows } = await client.query<{ size: number }>('SELECT size FROM "RecordHead"')
  return rows.map(({ size }) => size)
}

type NodeRow = { level: number; index: number; hash: string }

async function wrongNodes(client: pg.Client, { nodes }: Tree): Promise<string[]> {
  const wrong: string[] = []
  let count = 0
  for await (const rows of read<NodeRow>(client, 'SELECT level, index, hash FROM "RecordNode"'))
    for (const { level, index, hash } of rows) {
      count++
      if (nodes.get(`${level} ${index}`) !== hash)
        wrong.push(`The record's hash ${index} of level ${level} is not that of its entries.`)
    }
  return count === nodes.size
    ? wrong
    : [...wrong, `The record's tree has ${count} hashes, and must have ${nodes.size}.`]
}

type HeadRow = { size: number; root: string; before: number; at: Date; keyId: string; signature: string }

async function wrongHeads(
  client: pg.Client,
  roots: ReadonlyMap<number, string>,
  size: number,
  own: ReadonlyMap<string, string> | undefined,
): Promise<string[]> {
  const { rows } = await client.query<HeadRow>('SELECT * FROM "RecordHead" ORDER BY size')
  const keys = await keysOf(client)
  const trusted = own && trustedOf(own, keys)
  const used = new Map<string, Date>()
  let before = 0
  const wrong = rows.flatMap(({ keyId: name, signature, ...head }) => {
    if (!used.has(name)) used.set(name, head.at)
    const key = keys.get(name)
    if (!key) return [`The head at ${head.size} names a key that is not there.`]
    if (!isSigned(headText({ ...head, key: name }), signature, key.publicKey))
      return [`The signature of the head at ${head.size} is false.`]
    const last = before
    before = head.size
    if (head.before !== last) return [`The head at ${head.size} follows one at ${head.before}, which is not there.`]
    if (trusted && !trusted.has(name))
      return [`The head at ${head.size} is signed with the key ${name}, to which none of yours leads.`]
    return roots.get(head.size) === head.root ? [] : [`The head at ${head.size} is not that of the entries.`]
  })
  wrong.push(...wrongKeys(keys, used))
  const last = rows.at(-1)?.size ?? 0
  return last === size ? wrong : [...wrong, `The newest head of the record stands at ${last}; it has ${size} entries.`]
}

const seen = z.object({ size: z.int().positive(), root: z.string() })

/** Heads that somebody else kept, a line each, which the record has not, or has otherwise. */
export async function checkWitness(client: pg.Client, path: string): Promise<string[]> {
  const { rows } = await client.query<{ size: number; root: string }>('SELECT size, root FROM "RecordHead"')
  const roots = new Map(rows.map(({ size, root }) => [size, root]))
  const lines = (await readFile(path, "utf8")).split("\n").filter((line) => line.trim())
  return lines.flatMap((line, at) => {
    const head = seen.safeParse(parsed(line))
    if (!head.success) return [`Line ${at + 1} of ${path} is no head of a record.`]
    const { size, root } = head.data
    if (!roots.has(size)) return [`The witness saw the record at ${size} entries; it has no such head.`]
    return roots.get(size) === root ? [] : [`The witness saw another record at ${size} entries.`]
  })
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
