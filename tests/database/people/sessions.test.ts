import { randomUUID } from "node:crypto"
import { expect, test } from "@playwright/test"
import { db } from "@/lib/db.server"
import { changeOwnPassword } from "@/lib/people/own-password.server"
import { changeRole, disablePerson, enablePerson, signOutEverywhere } from "@/lib/people/people.server"
import {
  closeSession,
  LONGEST_SESSION,
  openSession,
  personOfSession,
  sweepSessions,
} from "@/lib/people/sessions.server"
import { createToken, findTokens, personOfToken, revokeToken } from "@/lib/people/tokens.server"
import { hire, PASSWORD } from "../../newsroom"

const HOUR = 60 * 60 * 1_000
const later = (hours: number) => new Date(Date.now() + hours * HOUR)

test("a session is known by its secret alone, of which the database holds only a digest", async () => {
  const ada = await hire("reporter")
  const secret = await openSession(ada.id)
  expect(await personOfSession(secret)).toEqual(ada)
  expect(await personOfSession(`${secret}x`)).toBe(null)
  const rows = await db.session.findMany({ where: { personId: ada.id } })
  expect(JSON.stringify(rows)).not.toContain(secret)
})

test("signing out ends a session for every copy of the cookie, and no other session", async () => {
  const ada = await hire("reporter")
  const [here, elsewhere] = [await openSession(ada.id), await openSession(ada.id)]
  await closeSession(here)
  expect(await personOfSession(here)).toBe(null)
  expect(await personOfSession(elsewhere)).toEqual(ada)
})

test("a session that is used lives on, one that is not ends after twelve hours, and none outlives a week", async () => {
  const ada = await hire("reporter")
  const idle = await openSession(ada.id)
  const used = await openSession(ada.id)
  for (let hour = 8; hour < 7 * 24; hour += 8)
    expect(await personOfSession(used, later(hour)), `${hour} h`).toEqual(ada)
  expect(await personOfSession(idle, later(13))).toBe(null)
  expect(await personOfSession(used, new Date(Date.now() + LONGEST_SESSION + 1_000))).toBe(null)
})

test("what has ended is swept away", async () => {
  const ada = await hire("reporter")
  await openSession(ada.id, later(-13))
  await sweepSessions()
  expect(await db.session.count({ where: { personId: ada.id } })).toBe(0)
})

test("disabling somebody ends their sessions and stops their tokens; enabling brings no session back", async () => {
  const [ada, cleo] = [await hire("reporter"), await hire("admin")]
  const [secret, token] = [await openSession(ada.id), await createToken(ada.id, "wire")]
  await disablePerson(cleo, ada.id)
  expect(await personOfSession(secret)).toBe(null)
  expect(await personOfToken(token)).toBe(null)
  await enablePerson(cleo, ada.id)
  expect(await personOfSession(secret)).toBe(null)
  expect(await personOfToken(token)).toEqual(ada)
})

test("even a session row that was left behind opens nothing for somebody disabled", async () => {
  const ada = await hire("reporter", { disabled: true })
  expect(await personOfSession(await openSession(ada.id))).toBe(null)
})

test("a new role ends all sessions, the same role none", async () => {
  const [ada, cleo] = [await hire("reporter"), await hire("admin")]
  const secret = await openSession(ada.id)
  await changeRole(cleo, ada.id, "reporter")
  expect(await personOfSession(secret)).toEqual(ada)
  expect(await changeRole(cleo, ada.id, "editor")).toEqual({ person: { ...ada, role: "editor" } })
  expect(await personOfSession(secret)).toBe(null)
})

test("a new password ends all sessions; a wrong present one, or a weak new one, changes nothing", async () => {
  const ada = await hire("reporter")
  const secret = await openSession(ada.id)
  const network = randomUUID()
  const wanted = "seven slow barges at dusk"
  expect(await changeOwnPassword(ada, { present: "not this", wanted }, network)).toHaveProperty("refused")
  expect(await changeOwnPassword(ada, { present: PASSWORD, wanted: "short" }, network)).toHaveProperty("refused")
  expect(await personOfSession(secret)).toEqual(ada)
  expect(await changeOwnPassword(ada, { present: PASSWORD, wanted }, network)).toEqual({ changed: true })
  expect(await personOfSession(secret)).toBe(null)
})

test("an administrator can sign somebody out everywhere", async () => {
  const [ada, cleo] = [await hire("reporter"), await hire("admin")]
  const secret = await openSession(ada.id)
  await signOutEverywhere(cleo, ada.id)
  expect(await personOfSession(secret)).toBe(null)
})

test("a token acts as its person, is kept as a digest, says when it was used, and ends by its owner alone", async () => {
  const [ada, ben] = [await hire("reporter"), await hire("editor")]
  const token = await createToken(ada.id, "wire")
  expect(token).toMatch(/^standfirst_[\w-]{43}$/)
  expect(await personOfToken(token)).toEqual(ada)
  const [line] = await findTokens(ada.id)
  expect(line).toMatchObject({ name: "wire", lastUsedAt: expect.any(Date) })
  expect(JSON.stringify(await db.apiToken.findMany({ where: { personId: ada.id } }))).not.toContain(token)
  expect(await revokeToken(ben.id, line?.id ?? "")).toBe(false)
  expect(await personOfToken(token)).toEqual(ada)
  expect(await revokeToken(ada.id, line?.id ?? "")).toBe(true)
  expect(await personOfToken(token)).toBe(null)
})
