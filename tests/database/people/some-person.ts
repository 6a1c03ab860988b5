import { randomUUID } from "node:crypto"
import { db } from "@/lib/db.server"
import { hashPassword } from "@/lib/people/password.server"
import type { Role } from "@/lib/people/people"

export const PASSWORD = "four calm herons upstream"

/** Somebody new in the database, whom no other test knows. */
export async function somePerson(
  role: Role = "reporter",
  given: { password?: string | null; disabled?: boolean } = {},
) {
  const id = randomUUID()
  const password = given.password === undefined ? PASSWORD : given.password
  return db.person.create({
    data: {
      id,
      email: `${id}@test.invalid`,
      name: `Somebody ${id.slice(0, 8)}`,
      slug: `somebody-${id}`,
      role,
      passwordHash: password === null ? null : await hashPassword(password),
      disabledAt: given.disabled ? new Date() : null,
    },
  })
}
