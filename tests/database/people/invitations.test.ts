import { randomUUID } from "node:crypto"
import { expect, test } from "@playwright/test"
import { db } from "@/lib/db.server"
import { checkCredentials } from "@/lib/people/credentials.server"
import { acceptInvitation, findInvitation, invite } from "@/lib/people/invitations.server"
import { addPerson, disablePerson } from "@/lib/people/people.server"
import { openSession, personOfSession } from "@/lib/people/sessions.server"
import { hire, PASSWORD, rareWord } from "../../newsroom"

const WANTED = "six quiet barges at dawn"
const secretIn = (answer: { address: string } | { refused: string }) =>
  "address" in answer ? (answer.address.split("/").at(-1) ?? "") : ""

test("a new person chooses a password at a one-time address, and signs in with it", async () => {
  const cleo = await hire("admin")
  const word = rareWord()
  const added = await addPerson(cleo, { email: `${word}@Test.invalid`, name: `Dora ${word}`, role: "reporter" })
  if ("refused" in added) throw new Error(added.refused)
  const { person } = added
  const answer = await invite(cleo, person.id)
  expect(answer).toEqual({ address: expect.stringMatching(/^https?:\/\/[^/]+\/newsroom\/welcome\/[\w-]{43}$/) })
  const secret = secretIn(answer)
  expect(await findInvitation(secret)).toEqual({ for: person })
  expect(await acceptInvitation(secret, { password: WANTED })).toEqual({ person })
  expect(await checkCredentials({ email: person.email, password: WANTED }, randomUUID())).toEqual(person)
  expect(await findInvitation(secret)).toBe(null)
})

test("the database holds no address that opens anything", async () => {
  const ada = await hire("reporter")
  const secret = secretIn(await invite(await hire("admin"), ada.id))
  expect(JSON.stringify(await db.invitation.findMany({ where: { personId: ada.id } }))).not.toContain(secret)
})

test("of twenty who come at once with one address, one is let in", async () => {
  const ada = await hire("reporter")
  const secret = secretIn(await invite(await hire("admin"), ada.id))
  const tries = Array.from({ length: 20 }, (_, number) => `barge number ${number} at dawn`)
  const answers = await Promise.all(tries.map((password) => acceptInvitation(secret, { password })))
  const winners = answers.flatMap((answer, number) => ("person" in answer ? [tries[number] ?? ""] : []))
  expect(winners).toHaveLength(1)
  expect(await checkCredentials({ email: ada.email, password: winners[0] ?? "" }, randomUUID())).toEqual(ada)
})

test("a newer address voids the older one; the old password and all sessions end when it is made", async () => {
  const [ada, cleo] = [await hire("reporter"), await hire("admin")]
  const session = await openSession(ada.id)
  const [older, newer] = [secretIn(await invite(cleo, ada.id)), secretIn(await invite(cleo, ada.id))]
  expect(await personOfSession(session)).toBe(null)
  expect(await checkCredentials({ email: ada.email, password: PASSWORD }, randomUUID())).toHaveProperty("refused")
  expect(await acceptInvitation(older, { password: WANTED })).toHaveProperty("refused")
  expect(await acceptInvitation(newer, { password: WANTED })).toEqual({ person: ada })
})

test("an address ends after three days, with a disabled person, and with a made-up secret", async () => {
  const [ada, cleo] = [await hire("reporter"), await hire("admin")]
  const secret = secretIn(await invite(cleo, ada.id))
  expect(await findInvitation(secret, new Date(Date.now() + 73 * 60 * 60 * 1_000))).toBe(null)
  await disablePerson(cleo, ada.id)
  expect(await acceptInvitation(secret, { password: WANTED })).toHaveProperty("refused")
  expect(await acceptInvitation("made-up", { password: WANTED })).toHaveProperty("refused")
})

test("a weak password is refused and uses nothing up", async () => {
  const ada = await hire("reporter")
  const secret = secretIn(await invite(await hire("admin"), ada.id))
  expect(await acceptInvitation(secret, { password: "short" })).toEqual({ refused: expect.stringContaining("12") })
  expect(await acceptInvitation(secret, { password: WANTED })).toEqual({ person: ada })
})

test("only administrators make one-time addresses, never for themselves and never for somebody disabled", async () => {
  const [ada, ben, cleo] = [await hire("reporter"), await hire("editor"), await hire("admin")]
  const gone = await hire("reporter", { disabled: true })
  for (const [by, id] of [
    [ada, ben.id],
    [ben, ada.id],
    [cleo, cleo.id],
    [cleo, gone.id],
  ] as const)
    expect(await invite(by, id)).toEqual({ refused: expect.any(String) })
})
