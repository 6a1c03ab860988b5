import "server-only"
import { db } from "../db.server"
import { personOf } from "./find.server"
import { LONGEST } from "./password"
import { isPassword } from "./password.server"
import type { Person, Refused } from "./people"
import { countTry, forgiveTry } from "./throttle.server"
import { inWords } from "./wait"

export const WRONG = "This email address and this password do not belong together. Check both, or ask an administrator."

/**
 * Who is this? The one place where a password is checked: the sign-in screen and next-auth's own route both come here. Whether the
 * address is unknown, disabled or has no password yet, the answer and the work are those of a wrong password.
 */
export async function checkCredentials(
  given: { email: string; password: string },
  network: string,
): Promise<Person | Refused> {
  const email = given.email.trim().toLowerCase().slice(0, 320)
  const wait = await countTry(email, network)
  if (wait !== null) return { refused: `There were too many tries to sign in. Try again ${inWords(wait)}.` }
  const row = email.includes("\u0000") ? null : await db.person.findUnique({ where: { email } })
  const kept = row && !row.disabledAt ? row.passwordHash : null
  const right = await isPassword(given.password.slice(0, LONGEST * 4), kept)
  if (!right || !row) return { refused: WRONG }
  await forgiveTry(email, network)
  return personOf(row)
}
