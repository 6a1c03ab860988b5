import { randomUUID } from "node:crypto"
import { expect, test } from "@playwright/test"
import { checkCredentials, WRONG } from "@/lib/people/credentials.server"
import { hashing } from "@/lib/people/password.server"
import { countTry, forgiveTry, TRIES } from "@/lib/people/throttle.server"
import { hire, PASSWORD } from "../../newsroom"

// Each test works in a network of its own, so that they share no counters.
const someNetwork = () => randomUUID()
const wrong = (email: string) => ({ email, password: "not the password at all" })

test("the right password signs in, in any case of the email address", async () => {
  const ada = await hire("reporter")
  const answer = await checkCredentials({ email: ` ${ada.email.toUpperCase()} `, password: PASSWORD }, someNetwork())
  expect(answer).toEqual({ id: ada.id, name: ada.name, email: ada.email, role: "reporter" })
})

test("after five wrong tries the sixth is refused with a time, and no hash is computed, even for the right password", async () => {
  const ada = await hire("reporter")
  const network = someNetwork()
  for (let tries = 0; tries < TRIES.pair; tries++)
    expect(await checkCredentials(wrong(ada.email), network)).toEqual({ refused: WRONG })
  const before = hashing.computed
  const answer = await checkCredentials({ email: ada.email, password: PASSWORD }, network)
  expect(answer).toEqual({ refused: expect.stringMatching(/Try again in \d+ minutes\./) })
  expect(hashing.computed).toBe(before)
})

test("forty tries at once are counted one by one: five are looked at", async () => {
  const ada = await hire("reporter")
  const network = someNetwork()
  const answers = await Promise.all(Array.from({ length: 40 }, () => checkCredentials(wrong(ada.email), network)))
  const looked = answers.filter((answer) => "refused" in answer && answer.refused === WRONG)
  expect(looked).toHaveLength(TRIES.pair)
})

test("one network may not try the passwords of many people", async () => {
  const network = someNetwork()
  for (let tries = 0; tries < TRIES.network; tries++)
    expect(await countTry(`${randomUUID()}@test.invalid`, network)).toBe(null)
  expect(await countTry(`${randomUUID()}@test.invalid`, network)).toBeGreaterThan(0)
})

test("many networks together may not try one person's password for ever", async () => {
  const email = `${randomUUID()}@test.invalid`
  for (let tries = 0; tries < TRIES.account; tries++) expect(await countTry(email, someNetwork())).toBe(null)
  expect(await countTry(email, someNetwork())).toBeGreaterThan(0)
})

test("somebody who signed in from here before cannot be kept out by tries from elsewhere", async () => {
  const ada = await hire("reporter")
  const home = someNetwork()
  await checkCredentials({ email: ada.email, password: PASSWORD }, home)
  for (let tries = 0; tries <= TRIES.account; tries++) await countTry(ada.email, someNetwork())
  expect(await countTry(ada.email, someNetwork())).toBeGreaterThan(0)
  expect(await checkCredentials({ email: ada.email, password: PASSWORD }, home)).toMatchObject({ id: ada.id })
})

test("one stubborn network cannot lock an account for the others", async () => {
  const ada = await hire("reporter")
  const attacker = someNetwork()
  for (let tries = 0; tries < TRIES.account * 2; tries++) await countTry(ada.email, attacker)
  expect(await checkCredentials({ email: ada.email, password: PASSWORD }, someNetwork())).toMatchObject({ id: ada.id })
})

test("a right try is taken back, so that signing in often locks nobody out", async () => {
  const email = `${randomUUID()}@test.invalid`
  const network = someNetwork()
  for (let tries = 0; tries < TRIES.network + TRIES.pair; tries++) {
    expect(await countTry(email, network)).toBe(null)
    await forgiveTry(email, network)
  }
})

test("unknown, disabled, without a password: each answer and each work is that of a wrong password", async () => {
  const known = await hire("reporter")
  const disabled = await hire("reporter", { disabled: true })
  const invited = await hire("reporter", { password: null })
  const times = new Map<string, number[]>()
  const cases = { known: known.email, disabled: disabled.email, invited: invited.email, unknown: "" }
  for (let round = 0; round < 15; round++)
    for (const [name, email] of Object.entries(cases)) {
      const before = hashing.computed
      const start = performance.now()
      const answer = await checkCredentials(wrong(email || `${randomUUID()}@test.invalid`), someNetwork())
      times.set(name, [...(times.get(name) ?? []), performance.now() - start])
      expect(answer).toEqual({ refused: WRONG })
      expect(hashing.computed - before).toBe(1)
    }
  const median = (name: string) => (times.get(name) ?? []).sort((a, b) => a - b)[7] ?? Number.NaN
  for (const name of Object.keys(cases)) {
    expect(median(name) / median("known"), `${name} beside known`).toBeGreaterThan(0.5)
    expect(median(name) / median("known"), `${name} beside known`).toBeLessThan(2)
  }
})

test("the right password of a disabled person is a wrong one", async () => {
  const ada = await hire("reporter", { disabled: true })
  expect(await checkCredentials({ email: ada.email, password: PASSWORD }, someNetwork())).toEqual({ refused: WRONG })
})
