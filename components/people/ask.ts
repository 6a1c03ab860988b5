import type { State } from "@/lib/people/list"
import type { Role } from "@/lib/people/people"

/** What a server action answers, and how a form asks one. */
export type Answer = object | null
export type Ask = (before: unknown, form?: FormData) => Promise<Answer>
export type PersonLine = {
  id: string
  name: string
  email: string
  role: Role
  state: State
}
export type PeopleActions = Record<"add" | "rename" | "changeRole" | "invite" | "disable" | "enable" | "signOut", Ask>

export const ROLE_WORDS: Record<Role, string> = {
  reporter: "Reporter: writes and files stories",
  editor: "Editor: publishes, corrects and withdraws too",
  admin: "Admin: keeps people, sections and links too",
}

export const STATE_WORDS: Record<State, string> = {
  active: "May sign in",
  invited: "Has not chosen a password",
  disabled: "Disabled",
}
