import "server-only"
import { setTimeout as pause } from "node:timers/promises"
import { db, Prisma, type Transaction } from "../db.server"
import { log } from "../log.server"
import { CLOCK } from "../people/people"
import { endRights, rightsHaveEnded } from "../pictures/ended.server"
import { databaseTime, transaction } from "../transaction.server"
import { raiseAlarms } from "./alarm.server"
import { performOn } from "./perform.server"
import { actDue, particularsDue } from "./planned"
import { storyOf } from "./row.server"
import type { Story } from "./story"

const SECOND = 1_000
/** So long a process that begins waits for what is due before it serves anybody. */
const PATIENCE = 10_000

/**
 * Does what is due by the database's time: publishes, brings scheduled changes, withdraws. Any number of processes may do this: one is at
 * it at a time, so each act is performed once, and what a process that dies was at the next one does. Settled when nothing is left
 * that can be done, by others either. Gives the ids of the stories to which something happened here.
 */
export function performDue(): Promise<string[]> {
  // Who comes while this process is at it waits for the next round, all of them for the same one: what became due meanwhile is in it.
  if (!rounds.running) {
    rounds.running = performAll().finally(() => {
      rounds.running = undefined
    })
    return rounds.running
  }
  rounds.next ??= rounds.running
    .catch(() => {})
    .then(() => {
      rounds.next = undefined
      return performDue()
    })
  return rounds.next
}

type Rounds = { running?: Promise<string[]> | undefined; next?: Promise<string[]> | undefined }

/** Of this process: Next has this module twice, for pages and for proxy.ts. */
const shared = globalThis as { standfirstClock?: Rounds }
shared.standfirstClock ??= {}
const rounds = shared.standfirstClock

async function performAll(): Promise<string[]> {
  const [done, tried] = [[] as string[], new Set<string>()]
  for (let count = AT_ONCE; await isDue([...tried]); ) {
    const turn = await takeTurn([...tried], count)
    if (turn === "undone") {
      count = 1
      continue
    }
    for (const id of turn.ids) tried.add(id)
    for (const { id, refused } of turn.outcomes) {
      if (refused === null) done.push(id)
      else complainOnce(id, refused)
    }
    if (!turn.ids.length) await pause(turn.busy ? PAUSE : GLANCE)
  }
  return done
}

/** Undone: what one of several met undid them all, so each is to be tried by itself. */
async function takeTurn(tried: string[], count: number): Promise<Turn | "undone"> {
  const turn: Turn = { busy: false, ids: [], outcomes: [] }
  try {
    await performSome(tried, count, turn)
  } catch (error) {
    if (count > 1) return "undone"
    if (!turn.ids.length) throw error
    // What may not be done stays due: it must not stand in the way of what comes after it.
    turn.outcomes = turn.ids.map((id) => ({ id, refused: wordsOf(error) }))
  }
  return turn
}

/** `busy`: another process is at it. */
type Turn = { busy: boolean; ids: string[]; outcomes: { id: string; refused: string | null }[] }

/** So many are done in one transaction: its locks and its commit cost as much as an act. An editor who publishes meanwhile waits for it. */
const AT_ONCE = 10

const TURNS = 6_482_001

/**
 * So long whoever finds another process at work waits, in milliseconds: one that is at it goes on two to four times as fast as one that begins, so it
 * should seldom find that another came in between.
 */
const PAUSE = 300
/** The same where somebody is at one of the stories just now. */
const GLANCE = 50

/** Does some of what is due and nobody is at, what was due first first, but for what was tried; all of it in one transaction, or nothing. */
const performSome = (tried: string[], count: number, turn: Turn) =>
  transaction(async (tx) => {
    const [mine] = await tx.$queryRaw<[{ taken: boolean }]>`SELECT pg_try_advisory_xact_lock(${TURNS}) AS taken`
    turn.busy = !mine.taken
    if (turn.busy) return
    // All of them before the first line of the log: who holds one of these stories waits for the log next.
    const rows = await tx.$queryRaw<Row[]>`
      SELECT s.* FROM "Story" s JOIN (${DUE}) due ON due.id = s.id
      WHERE s.id <> ALL(${tried}::uuid[]) ORDER BY due.at, s.id LIMIT ${count} FOR NO KEY UPDATE OF s SKIP LOCKED`
    // Once, also where two things are due: the second is done with what the first made of it, in the next round.
    const stories = new Map(rows.map((row) => [row.id, storyOf(row)]))
    turn.ids = [...stories.keys()]
    turn.outcomes = []
    if (!stories.size) return
    const now = await databaseTime(tx)
    // All at once: while the database is at a statement of one, that of another is prepared.
    const tries = await Promise.allSettled(
      [...stories.values()].map(async (story) => {
        const performance = await performOne(tx, story, now)
        if (!performance || "stale" in performance) return []
        return [{ id: story.id, refused: "refused" in performance ? performance.refused : null }]
      }),
    )
    turn.outcomes = tries.flatMap((one) => {
      if (one.status === "rejected") throw one.reason
      return one.value
    })
  })

type Row = Prisma.StoryGetPayload<object>

const DUE = Prisma.sql`
  SELECT id, "publishAt" AS at FROM "Story" WHERE status IN ('scheduled', 'published') AND "publishAt" <= statement_timestamp()
  UNION ALL
  SELECT id, "withdrawAt" FROM "Story" WHERE status = 'published' AND "withdrawAt" <= statement_timestamp()`

/** Is anything due, but for what was tried? */
async function isDue(tried: string[] = []): Promise<boolean> {
  const [row] = await db.$queryRaw<[{ due: boolean }]>`
    SELECT EXISTS (SELECT FROM (${DUE}) due WHERE id <> ALL(${tried}::uuid[])) AS due`
  return row.due
}

async function performOne(tx: Transaction, story: Story, now: Date) {
  const act = actDue(story, now)
  if (!act) return null
  const { id, revision } = story
  return performOn(tx, { actor: CLOCK, act, id, revision, particulars: particularsDue(story, act) }, story, now)
}

const LONGEST_READ = 1_000

/**
 * Does what is due, if anything is, before somebody reads: so it is public at its time although no clock runs. Asks the database once
 * where nothing is due, and stands in nobody's way when that fails, or takes longer than a second.
 */
export async function performOverdue(): Promise<void> {
  try {
    const [due, ended] = await Promise.all([isDue(), rightsHaveEnded(db)])
    if (due || ended) await Promise.race([performDue().then(endRights), pause(LONGEST_READ)])
  } catch (error) {
    log.error({ error: wordsOf(error) }, "what is due could not be looked for")
  }
}

/**
 * Milliseconds until something is due, by the database's time; null when nothing is. Less than nothing: it became due a moment ago,
 * after whoever asks has looked.
 */
export async function untilNextDue(): Promise<number | null> {
  const since = Prisma.sql`statement_timestamp() - interval '100 milliseconds'`
  const [row] = await db.$queryRaw<[{ wait: number | null }]>`
    SELECT (extract(epoch FROM least(
      (SELECT min("publishAt") FROM "Story" WHERE status = 'scheduled' AND "publishAt" > ${since}),
      (SELECT min("publishAt") FROM "Story" WHERE status = 'published' AND "publishAt" > ${since}),
      (SELECT min("withdrawAt") FROM "Story" WHERE status = 'published' AND "withdrawAt" > ${since}),
      (SELECT min("rightsUntil") FROM "Picture" WHERE "rightsUntil" > ${since})
    ) - clock_timestamp()) * 1000)::float8 AS wait`
  return row.wait
}

/**
 * Does what is due now, and then at the moment at which something is due, for as long as the process lives; it never keeps
 * the process alive itself. Each second it looks for what was scheduled meanwhile. Settled when everything is out that was due while nobody was there.
 */
export async function startClock(): Promise<void> {
  let wait = SECOND
  const tick = async () => {
    try {
      while ((await performDue()).length > 0);
      await endRights()
      wait = Math.min(SECOND, Math.ceil((await untilNextDue()) ?? SECOND))
      await raiseAlarms()
    } catch (error) {
      log.error({ error: wordsOf(error) }, "the clock could not look for due stories")
      wait = Math.min(Math.max(wait, SECOND) * 2, 30 * SECOND)
    }
    setTimeout(tick, Math.max(wait, 5)).unref()
  }
  const late = new Promise<void>((done) => setTimeout(done, PATIENCE).unref())
  await Promise.race([tick(), late])
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

/** What is due and may not be done stays due: an editor emptied the story. One line in the log for each reason is enough. */
const complained = new Map<string, string>()
function complainOnce(id: string, refused: string) {
  if (complained.get(id) === refused) return
  complained.set(id, refused)
  log.warn({ story: id, refused }, "what was due was not done")
}
