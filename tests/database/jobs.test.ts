import { spawn } from "node:child_process"
import { once } from "node:events"
import { expect, test } from "@playwright/test"
import { z } from "zod"
import { db } from "@/lib/db.server"
import { readiness } from "@/lib/health.server"
import { backOff, MOST_ATTEMPTS } from "@/lib/jobs/back-off"
import type { Tell } from "@/lib/jobs/claim.server"
import { dropJob, findJobs, tryAgain } from "@/lib/jobs/desk.server"
import { enqueue, queue } from "@/lib/jobs/enqueue.server"
import { queueRepeated } from "@/lib/jobs/repeated.server"
import { type Kinds, runOne, startRunner } from "@/lib/jobs/runner.server"
import { transaction } from "@/lib/transaction.server"
import { hire, rareWord } from "../newsroom"

const numbered = z.strictObject({ n: z.number() })
const goesOn = new AbortController().signal

type Work = (payload: { n: number }, signal: AbortSignal, tell: Tell) => Promise<void>

/** A kind of job that only this test knows, so that no other runner takes it. */
function newKind(work: Work, manner: { patient?: true } = {}): { kind: string; kinds: Kinds } {
  const kind = rareWord()
  return { kind, kinds: { [kind]: { payload: numbered, work, ...manner } } }
}

const jobsOf = (kind: string) => db.job.findMany({ where: { kind }, orderBy: { runAt: "asc" } })
const jobOf = async (kind: string) => db.job.findFirstOrThrow({ where: { kind } })

/** Makes the only job of this kind due now, as if its wait were over. */
const waitIsOver = (kind: string) => db.$executeRaw`UPDATE "Job" SET "runAt" = now() WHERE kind = ${kind}`

test("three runners do three hundred due jobs, each once", async () => {
  const did: number[] = []
  const { kind, kinds } = newKind(async ({ n }) => void did.push(n))
  await db.$executeRaw`
    INSERT INTO "Job" (kind, payload) SELECT ${kind}, jsonb_build_object('n', n) FROM generate_series(1, 300) AS n`
  const runners = [startRunner({ kinds }), startRunner({ kinds }), startRunner({ kinds })]
  await expect.poll(() => db.job.count({ where: { kind, doneAt: null } }), { timeout: 30_000 }).toBe(0)
  await Promise.all(runners.map((runner) => runner.stop()))
  expect(did.sort((a, b) => a - b)).toEqual(Array.from({ length: 300 }, (_, n) => n + 1))
  expect((await jobsOf(kind)).every(({ attempts }) => attempts === 1)).toBe(true)
})

test("the job of a killed runner is taken over after its lease", async () => {
  test.slow()
  let did = 0
  const { kind, kinds } = newKind(async () => void did++)
  await db.job.create({ data: { kind, payload: {} } })
  const args = ["--import", "tsx", "tests/database/held-job.ts", kind]
  const environment = { ...process.env, TSX_TSCONFIG_PATH: "tsconfig.node.json", NODE_OPTIONS: "" }
  const child = spawn(process.execPath, args, { env: environment, stdio: ["ignore", "pipe", "inherit"] })
  await expect.poll(async () => (await jobOf(kind)).heldBy, { timeout: 60_000 }).not.toBeNull()
  await db.job.updateMany({ where: { kind }, data: { payload: { n: 1 } } })
  expect(await runOne(kinds, 30, goesOn)).toBe(false)
  child.kill("SIGKILL")
  await once(child, "exit")
  await expect.poll(() => runOne(kinds, 30, goesOn), { timeout: 30_000 }).toBe(true)
  expect(did).toBe(1)
  expect(await jobOf(kind)).toMatchObject({ attempts: 2, heldBy: null, doneAt: expect.any(Date) })
})

test("a job that takes longer than its lease stays in the same hands", async () => {
  let began = 0
  const { kind, kinds } = newKind(async () => {
    began++
    await new Promise((done) => setTimeout(done, 2_500))
  })
  await queue(db, kind, { n: 1 })
  const working = runOne(kinds, 1, goesOn)
  await expect.poll(() => began).toBe(1)
  while (!(await jobOf(kind)).doneAt) expect(await runOne(kinds, 1, goesOn)).toBe(false)
  await working
  expect([began, (await jobOf(kind)).attempts]).toEqual([1, 1])
})

test("a worker whose job went into other hands is told, and ends nothing that is theirs", async () => {
  let told = false
  const { kind, kinds } = newKind(
    (_, signal) =>
      new Promise((_done, fail) =>
        signal.addEventListener("abort", () => {
          told = true
          fail(new Error("gave up"))
        }),
      ),
  )
  await queue(db, kind, { n: 1 })
  const working = runOne(kinds, 1, goesOn)
  await expect.poll(async () => (await jobOf(kind)).heldBy).not.toBeNull()
  const other = crypto.randomUUID()
  await db.job.updateMany({ where: { kind }, data: { heldBy: other } })
  await working
  expect(told).toBe(true)
  expect(await jobOf(kind)).toMatchObject({ heldBy: other, doneAt: null, lastError: "" })
})

test("what fails comes again later and later, and at last is given up with its reason", async () => {
  let tried = 0
  const { kind, kinds } = newKind(async () => {
    tried++
    throw new Error(`The other side is closed (${tried}).`)
  })
  await queue(db, kind, { n: 1 })
  for (let n = 1; n < MOST_ATTEMPTS; n++) {
    expect(await runOne(kinds, 30, goesOn)).toBe(true)
    expect(await runOne(kinds, 30, goesOn)).toBe(false)
    const [{ wait } = { wait: 0 }] = await db.$queryRaw<{ wait: number }[]>`
      SELECT extract(epoch FROM "runAt" - now())::float AS wait FROM "Job" WHERE kind = ${kind}`
    expect(wait).toBeGreaterThan(backOff(n) - 5)
    expect(wait).toBeLessThanOrEqual(backOff(n) * 1.2)
    expect(await jobOf(kind)).toMatchObject({ lastError: `The other side is closed (${n}).`, deadAt: null })
    await waitIsOver(kind)
  }
  await runOne(kinds, 30, goesOn)
  const job = await jobOf(kind)
  expect(job).toMatchObject({ attempts: MOST_ATTEMPTS, lastError: `The other side is closed (${MOST_ATTEMPTS}).` })
  expect([job.deadAt instanceof Date, job.doneAt, job.heldBy]).toEqual([true, null, null])
  await waitIsOver(kind)
  expect(await runOne(kinds, 30, goesOn)).toBe(false)
})

test("a payload that is none of its kind's is dead at once, in words", async () => {
  let tried = 0
  const { kind, kinds } = newKind(async () => void tried++)
  await queue(db, kind, { n: "one" })
  await runOne(kinds, 30, goesOn)
  const { deadAt, lastError } = await jobOf(kind)
  expect([deadAt instanceof Date, tried]).toEqual([true, 0])
  expect(lastError).toMatch(/^This job says something else than its kind asks for: .*expected number/s)
})

test("the same key is queued once, whoever asks and however many at once", async () => {
  const { kind, kinds } = newKind(async () => {})
  const ask = () => transaction((tx) => queue(tx, kind, { n: 1 }, { key: `${kind}:1` }))
  await Promise.all([ask(), ask(), ask(), ask()])
  await queue(db, kind, { n: 2 }, { key: `${kind}:2` })
  await queue(db, kind, { n: 3 })
  await queue(db, kind, { n: 4 })
  expect(await jobsOf(kind)).toHaveLength(4)
  while (await runOne(kinds, 30, goesOn));
  await ask()
  expect(await db.job.count({ where: { kind, doneAt: null } })).toBe(0)
})

test("a job is kept with what it follows from, or not at all", async () => {
  const key = rareWord()
  const undone = transaction(async (tx) => {
    await enqueue(tx, "tidy", {}, { key, runAt: new Date("2100-01-01") })
    throw new Error("undone")
  })
  await expect(undone).rejects.toThrow("undone")
  expect(await db.job.count({ where: { key } })).toBe(0)
  await transaction((tx) => enqueue(tx, "tidy", {}, { key, runAt: new Date("2100-01-01") }))
  expect(await db.job.findUnique({ where: { key } })).toMatchObject({ kind: "tidy", runAt: new Date("2100-01-01") })
})

test("no job is done before its time", async () => {
  const { kind, kinds } = newKind(async () => {})
  await queue(db, kind, { n: 1 }, { runAt: new Date(Date.now() + 3_600_000) })
  expect(await runOne(kinds, 30, goesOn)).toBe(false)
})

test("patient kinds wait for all others", async () => {
  const did: number[] = []
  const slow = newKind(async ({ n }) => void did.push(n), { patient: true })
  const quick = newKind(async ({ n }) => void did.push(n))
  await queue(db, slow.kind, { n: 2 })
  await queue(db, quick.kind, { n: 1 })
  while (await runOne({ ...slow.kinds, ...quick.kinds }, 30, goesOn));
  expect(did).toEqual([1, 2])
})

test("a runner that ends gives its job back, and the attempt does not count", async () => {
  const { kind, kinds } = newKind(
    (_, signal) => new Promise((_done, fail) => signal.addEventListener("abort", () => fail(new Error("ending")))),
  )
  await queue(db, kind, { n: 1 })
  const runner = startRunner({ kinds })
  await expect.poll(async () => (await jobOf(kind)).heldBy).not.toBeNull()
  await runner.stop()
  expect(await jobOf(kind)).toMatchObject({ attempts: 0, heldBy: null, leaseUntil: null, lastError: "", deadAt: null })
})

test("repeated work is queued once in each stretch of time, whoever comes first", async () => {
  const kind = rareWord()
  const kinds: Kinds = { [kind]: { payload: z.strictObject({}), work: async () => {}, every: 604_800 } }
  await Promise.all([queueRepeated(kinds), queueRepeated(kinds), queueRepeated(kinds)])
  const [job, ...more] = await jobsOf(kind)
  expect([job?.key?.replace(/\d{4}-\d\d-\d\dT/, ""), more]).toEqual([`${kind} @ 00:00:00Z`, []])
})

test("health tells for how long the oldest job has been due", async () => {
  const { kind } = newKind(async () => {})
  await queue(db, kind, { n: 1 }, { runAt: new Date(Date.now() - 7_200_000) })
  const { checks } = await readiness()
  expect(checks.jobs).toMatchObject({ ok: true, due: expect.any(Number), dead: expect.any(Number) })
  expect(checks.jobs && "oldestDueSeconds" in checks.jobs && checks.jobs.oldestDueSeconds).toBeGreaterThanOrEqual(7_100)
  await db.job.deleteMany({ where: { kind } })
})

test("a job that was given up is listed with its reason, tried again from the first attempt on, or dropped by an administrator", async () => {
  const [ben, cleo] = [await hire("editor"), await hire("admin")]
  const { kind } = newKind(async () => {})
  await transaction((tx) => queue(tx, kind, { n: 1 }))
  const { id } = await jobOf(kind)
  await db.job.update({ where: { id }, data: { deadAt: new Date(), attempts: 8, lastError: "It would not." } })
  const at = async () => (await findJobs()).dead.find((one) => one.id === id)
  expect(await at()).toMatchObject({ kind, attempts: 8, lastError: "It would not." })
  expect((await findJobs()).kinds.find((one) => one.kind === kind)).toMatchObject({ dead: 1, waiting: 0 })
  expect(await tryAgain(ben, id)).toMatchObject({ because: "no right" })
  expect(await tryAgain(cleo, id)).toHaveProperty("done")
  expect(await jobOf(kind)).toMatchObject({ deadAt: null, attempts: 0 })
  expect(await tryAgain(cleo, id), "it waits already").toMatchObject({ because: "not found" })
  expect(await dropJob(cleo, id), "only what was given up").toMatchObject({ because: "not found" })
  await db.job.update({ where: { id }, data: { deadAt: new Date() } })
  expect(await dropJob(ben, id)).toMatchObject({ because: "no right" })
  expect(await dropJob(cleo, id)).toHaveProperty("done")
  expect(await jobsOf(kind)).toEqual([])
})

test("how far a job got is told while it goes on, and forgotten when it begins again", async () => {
  let goOn = () => {}
  const { kind, kinds } = newKind(async (_, __, tell) => {
    tell(3, 12)
    await new Promise<void>((done) => (goOn = done))
    throw new Error("it did not work")
  })
  const inHand = async () => (await findJobs()).inHand.find((job) => job.kind === kind)
  await queue(db, kind, { n: 1 })
  const working = runOne(kinds, 30, goesOn)
  await expect.poll(inHand).toMatchObject({ stepsDone: 3, steps: 12, heldSince: expect.any(Date), about: '{"n": 1}' })
  goOn()
  await working
  expect(await inHand(), "nobody is at it").toBeUndefined()
  await waitIsOver(kind)
  const again = newKind(() => new Promise<void>((done) => (goOn = done)))
  const second = runOne({ [kind]: Object.values(again.kinds)[0] as Kinds[string] }, 30, goesOn)
  await expect.poll(inHand).toMatchObject({ stepsDone: null, steps: null })
  goOn()
  await second
})
