import "server-only"
import { headers } from "next/headers"
import { redirect } from "next/navigation"
import { ownNewsroomPath } from "./next-path"
import type { Person } from "./people"
import { currentPerson } from "./sign-in.server"

/** The person at a page of the newsroom; whoever is signed out goes to the sign-in screen, and from there back to this page. */
export async function requirePerson(): Promise<Person> {
  const person = await currentPerson()
  if (person) return person
  const here = ownNewsroomPath((await headers()).get("x-newsroom-path"))
  redirect(here === "/newsroom" ? "/newsroom/sign-in" : `/newsroom/sign-in?next=${encodeURIComponent(here)}`)
}
