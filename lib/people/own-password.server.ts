import "server-only"
import { db } from "../db.server"
import { passwordProblem } from "./password"
import { hashPassword, isPassword } from "./password.server"
import type { Person, Refused } from "./people"
import { oneAtATime } from "./people.server"
import { endSessions } from "./sessions.server"
import { countTry, forgiveTry } from "./throttle.server"
import { inWords } from "./wait"

/**
 * Somebody changes their own password. All their sessions end, this one too (who calls this begins a new one). The present password is
 * asked for, and tries count as those to sign in do: a browser that was left open is no way in for good.
 */
export async function changeOwnPassword(
  person: Person,
  given: { present: string; wanted: string },
  network: string,
): Promise<{ changed: true } | Refused> {
  const wait = await countTry(person.email, network)
  if (wait !== null) return { refused: `There were too many tries with a wrong password. Try again ${inWords(wait)}.` }
  const row = await db.person.findUnique({ where: { id: person.id, disabledAt: null } })
  if (!(await isPassword(given.present, row?.passwordHash ?? null)))
    return { refused: "That is not your present password. Write the one that you signed in with." }
  await forgiveTry(person.email, network)
  const problem = passwordProblem(given.wanted, person)
  if (problem) return { refused: problem }
  const passwordHash = await hashPassword(given.wanted)
  return oneAtATime(async (tx) => {
    await tx.person.update({ where: { id: person.id, disabledAt: null }, data: { passwordHash } })
    await endSessions(tx, person.id)
    return { changed: true }
  })
}
