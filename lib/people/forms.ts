import { z } from "zod"
import { ROLES } from "./people"

/** An email address as people write them: one @, a dot behind it, nothing that could end a header line. */
const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(320, "An email address is shorter than this.")
  .regex(
    /^[^\s@<>",;:()[\]\\]+@[^\s@<>",;:()[\]\\]+\.[^\s@<>",;:()[\]\\.]+$/,
    "Write an email address, such as ada@example.org.",
  )

export const personName = z
  .string()
  .trim()
  .min(1, "Write the name as it should stand under a story.")
  .max(200, "At most 200 characters.")
  .regex(/^[^\p{Cc}<>]*$/u, "A name has no < or > and no control characters.")

export const role = z.enum(ROLES, "Choose reporter, editor or admin.")

export const newPerson = z.object({ email, name: personName, role })
export type NewPerson = z.infer<typeof newPerson>

export const password = z.string().max(1_000, "A password is shorter than this.")

export const tokenName = z
  .string()
  .trim()
  .min(1, "Name the token for what will use it, so that you know later which one to end.")
  .max(100, "At most 100 characters.")
  .regex(/^\P{Cc}*$/u, "A name has no control characters.")
