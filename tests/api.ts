import type { Person } from "@/lib/people/people"
import { bearerOf, ORIGIN } from "./newsroom"

export type Told = {
  status: number
  headers: Headers
  body: Record<string, unknown> & { errors?: Record<string, string> }
}

/** A call of the JSON API with these headers, and what came back. */
export async function call(
  method: string,
  path: string,
  given: { headers?: Record<string, string>; body?: unknown; raw?: BodyInit } = {},
): Promise<Told> {
  const { headers, body, raw } = given
  const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body))
  const type: Record<string, string> = sent === undefined ? {} : { "content-type": "application/json" }
  const answer = await fetch(`${ORIGIN}/api/v1${path}`, {
    method,
    headers: { ...type, ...headers },
    ...(sent !== undefined && { body: sent }),
  })
  const words = await answer.text()
  return { status: answer.status, headers: answer.headers, body: words ? JSON.parse(words) : {} }
}

/** Calls as this person's program. */
export async function programOf(person: Person) {
  const bearer = await bearerOf(person)
  return (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    call(method, path, { headers: { ...bearer, ...headers }, body })
}
