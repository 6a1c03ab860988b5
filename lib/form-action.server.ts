import "server-only"
import { randomBytes } from "node:crypto"
import { headers } from "next/headers"
import { unstable_rethrow } from "next/navigation"
import type { z } from "zod"
import type { Problem } from "./form-answer"
import { log } from "./log.server"
import { foreignOrigin, isOwnOrigin } from "./origin.server"
import { type Person, somebodyElse } from "./people/people"
import { currentPerson } from "./people/sign-in.server"

type Action<R> = (input: unknown, form?: FormData) => Promise<R | Problem>

/**
 * The one wrapper of server actions. An exported action is a public address that anybody may post to, so each demands the exact own
 * origin, a session, and input of its schema; what goes wrong is logged with an id and never thrown at the browser.
 * The input is an object, or a form (also as the second argument, for `useActionState`).
 */
export function formAction<S extends z.ZodType, R>(
  schema: S,
  work: (actor: Person, input: z.infer<S>) => Promise<R>,
): Action<R> {
  return guarded(schema, async (input) => {
    const actor = await currentPerson()
    if (!actor) return problem("signed out", "You are signed out. Sign in again in another tab, then repeat this.")
    return work(actor, input)
  })
}

/** For the two forms of people who are not signed in yet: signing in, and choosing a first password. */
export function openFormAction<S extends z.ZodType, R>(schema: S, work: (input: z.infer<S>) => Promise<R>): Action<R> {
  return guarded(schema, work)
}

function guarded<S extends z.ZodType, R>(schema: S, work: (input: z.infer<S>) => Promise<R | Problem>): Action<R> {
  return async (first, form) => {
    try {
      if (!isOwnOrigin(await headers())) return problem("foreign origin", foreignOrigin())
      const parsed = schema.safeParse(plain(form instanceof FormData ? form : first))
      if (!parsed.success) return badInput(parsed.error)
      return await work(parsed.data)
    } catch (error) {
      unstable_rethrow(error)
      const id = randomBytes(4).toString("hex")
      log.error({ id, error: error instanceof Error ? error.stack : String(error) }, "an action failed")
      return problem("failed", `Something went wrong on our side. Try again. (Reference ${id})`)
    }
  }
}

/** A form's text fields as an object; those that React adds for itself begin with a dollar sign. */
function plain(input: unknown): unknown {
  if (!(input instanceof FormData)) return input
  return Object.fromEntries([...input].filter(([name, value]) => typeof value === "string" && !name.startsWith("$")))
}

function badInput(error: z.ZodError): Problem {
  const fields = Object.fromEntries(error.issues.map(({ path, message }) => [path.join("."), message]))
  const [first] = error.issues
  return problem("bad input", first ? `${first.message}` : "This could not be understood.", fields)
}

/** A tab that is one person's, in a browser where another has signed in since: nobody acts or writes under another's name. */
export function refuseSomebodyElse(actor: Person, as: string): Problem | null {
  return actor.id === as ? null : problem("somebody else", somebodyElse(actor))
}

function problem(kind: Problem["problem"]["kind"], sentence: string, fields?: Record<string, string>): Problem {
  return { problem: { kind, sentence, ...(fields && { fields }) } }
}
