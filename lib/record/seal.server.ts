import "server-only"
import { randomBytes } from "node:crypto"
import type { Prisma, Transaction } from "../db.server"
import { databaseTime } from "../transaction.server"
import { committer, leafHash, pairHash } from "./digest.server"
import { documentOf, type Facts, headText } from "./entry"
import { follow, lookEachSecond } from "./follow.server"
import { signingKey } from "./key.server"
import { grownBy, joined, type Subtree, subtreesOf } from "./merkle"
import { hashesOf } from "./tree.server"
import { queueWitnesses } from "./witness.server"

/**
 * Writes what is new in the log into the record: an entry for every event, at its position, and one signed head over all. Gives how many
 * events it read.
 */
export const sealEvents = (): Promise<number> =>
  follow(
    "record",
    (tx, events) =>
      seal(
        tx,
        events.map(({ position }) => position),
      ),
    { from: lastSealed, atOnce: 1_000 },
  )

/** Where to go on in a database that knows no follower of this name, such as one that was restored. */
const lastSealed = async (tx: Transaction) =>
  ((await tx.recordEntry.aggregate({ _max: { index: true } }))._max.index ?? -1) + 1

async function seal(tx: Transaction, positions: readonly number[]) {
  const events = await tx.storyEvent.findMany({
    where: { position: { in: [...positions] } },
    orderBy: { position: "asc" },
    include: { version: true },
  })
  const entries = events.map((event) => {
    const salt = randomBytes(32)
    return { index: event.position - 1, salt, document: documentOf(factsOf(event), committer(salt)) }
  })
  const [first, last] = [entries[0], entries.at(-1)]
  if (!first || !last) return
  const nodes = await grow(
    tx,
    first.index,
    entries.map(({ document }) => leafHash(document)),
  )
  await tx.recordEntry.createMany({ data: entries.map(({ index, document }) => ({ index, document })) })
  await tx.recordSalt.createMany({ data: entries.map(({ index, salt }) => ({ index, salt })) })
  await tx.recordNode.createMany({ data: nodes })
  await signHead(tx, last.index + 1)
}

type EventRow = Prisma.StoryEventGetPayload<{ include: { version: true } }>

/** Of an event's row what the record tells of it: neither more nor less. */
function factsOf({
  position,
  storyId,
  act,
  at,
  actorId,
  note,
  fromStatus,
  toStatus,
  revision,
  due,
  tags,
  version,
}: EventRow): Facts {
  return { position, storyId, act, at, actorId, note, fromStatus, toStatus, revision, due, tags, version }
}

/** The subtrees that become whole when these leaves follow the first so many. */
async function grow(tx: Transaction, first: number, leaves: readonly string[]) {
  const known = await hashesOf(tx, subtreesOf({ start: 0, end: first }))
  const sibling = ({ level, index }: Subtree) => known.get(`${level} ${index}`) ?? ""
  return leaves.flatMap((leaf, at) => {
    const grown = grownBy(first + at, leaf, sibling, pairHash)
    for (const { level, index, hash } of grown) known.set(`${level} ${index}`, hash)
    return grown
  })
}

/** The hash of all entries before `size`. */
async function rootOf(tx: Transaction, size: number): Promise<string> {
  const subtrees = subtreesOf({ start: 0, end: size })
  const hashes = await hashesOf(tx, subtrees)
  return joined(
    subtrees.map(({ level, index }) => hashes.get(`${level} ${index}`) ?? ""),
    pairHash,
  )
}

async function signHead(tx: Transaction, size: number) {
  const key = signingKey()
  const at = await databaseTime(tx)
  const before = (await tx.recordHead.aggregate({ _max: { size: true } }))._max.size ?? 0
  const head = { size, root: await rootOf(tx, size), before, at, key: key.id }
  await tx.recordKey.createMany({ data: [{ id: key.id, publicKey: key.publicKey, since: at }], skipDuplicates: true })
  const { key: keyId, ...rest } = head
  await tx.recordHead.create({ data: { ...rest, keyId, signature: key.sign(headText(head)) } })
  await queueWitnesses(tx, size)
}

/** Keeps the record up with the log for as long as the process lives: whatever happened meanwhile comes first. */
export const startRecord = () => lookEachSecond(sealEvents, "the record could not be written on")
