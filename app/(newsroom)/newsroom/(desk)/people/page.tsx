import type { Metadata } from "next"
import { PeopleList } from "@/components/people/people-list"
import { Empty } from "@/components/ui/empty"
import { Page } from "@/components/ui/page"
import { can } from "@/lib/people/can"
import { findPeople } from "@/lib/people/find.server"
import { requirePerson } from "@/lib/people/gate.server"
import { addAction, disableAction, enableAction, inviteAction, nameAction, roleAction, signOutAction } from "./actions"

export const metadata: Metadata = { title: "People" }

const ACTIONS = {
  add: addAction,
  rename: nameAction,
  changeRole: roleAction,
  invite: inviteAction,
  disable: disableAction,
  enable: enableAction,
  signOut: signOutAction,
}

export default async function PeoplePage() {
  const me = await requirePerson()
  const people = await findPeople()
  if (!can(me, "people")) {
    const administrators = people.filter(({ role, disabledAt }) => role === "admin" && !disabledAt)
    return (
      <Page title="People">
        <Empty title="Administrators keep the list of people">
          <p>To have somebody added or a role changed, ask {administrators.map(({ name }) => name).join(" or ")}.</p>
        </Empty>
      </Page>
    )
  }
  const lines = people.map(({ id, name, email, role, disabledAt, hasPassword }) => ({
    id,
    name,
    email,
    role,
    state: disabledAt ? ("disabled" as const) : hasPassword ? ("active" as const) : ("invited" as const),
  }))
  return <PeopleList people={lines} me={me.id} actions={ACTIONS} />
}
