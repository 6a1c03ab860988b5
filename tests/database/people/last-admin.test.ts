import { expect, test } from "@playwright/test"
import { db } from "@/lib/db.server"
import { acceptInvitation, findInvitation, inviteFirstAdmin } from "@/lib/people/invitations.server"
import { changeRole, disablePerson } from "@/lib/people/people.server"
import { hire } from "../../newsroom"
import { inADatabaseOfItsOwn } from "../own-database"

inADatabaseOfItsOwn()

const WANTED = "six quiet barges at dawn"
const secretOf = (address: string | null) => address?.split("/").at(-1) ?? ""
const noAdmin = { refused: expect.stringMatching(/^This is the only administrator/) }

test("the first administrator names themselves at a one-time address, of which only the newest works", async () => {
  const older = secretOf(await inviteFirstAdmin())
  const newer = secretOf(await inviteFirstAdmin())
  const cleo = { name: "Cleo", email: "Cleo@test.invalid", password: WANTED }
  expect(await findInvitation(older)).toBe(null)
  expect(await findInvitation(newer)).toEqual({ for: "first administrator" })
  expect(await acceptInvitation(older, cleo)).toHaveProperty("refused")
  expect(await acceptInvitation(newer, { password: WANTED })).toHaveProperty("refused")
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, number) => acceptInvitation(newer, { ...cleo, email: `cleo${number}@test.invalid` })),
  )
  expect(answers.filter((answer) => "person" in answer)).toHaveLength(1)
  expect(await db.person.findMany({ select: { role: true, name: true } })).toEqual([{ role: "admin", name: "Cleo" }])
})

test("once there is anybody, there is no such address", async () => {
  expect(await inviteFirstAdmin()).toBe(null)
})

test("the last administrator can neither be disabled nor lose the role, by themselves or by anybody", async () => {
  const { id } = await db.person.findFirstOrThrow()
  const cleo = { id, name: "Cleo", email: "cleo@test.invalid", role: "admin" as const }
  await hire("admin", { disabled: true })
  await hire("admin", { password: null })
  expect(await disablePerson(cleo, cleo.id)).toEqual(noAdmin)
  expect(await changeRole(cleo, cleo.id, "editor")).toEqual(noAdmin)
  expect(await db.person.findUnique({ where: { id } })).toMatchObject({ role: "admin", disabledAt: null })
})

test("of two administrators who disable each other at once, one stays", async () => {
  const cleo = { ...(await db.person.findFirstOrThrow({ where: { name: "Cleo" } })), role: "admin" as const }
  const dora = await hire("admin")
  await Promise.all([disablePerson(cleo, dora.id), disablePerson(dora, cleo.id)])
  const able = { role: "admin", disabledAt: null, passwordHash: { not: null } }
  expect(await db.person.count({ where: able })).toBe(1)
})
