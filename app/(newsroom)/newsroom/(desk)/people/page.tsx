import type { Metadata } from "next"
import { PeopleFilter } from "@/components/people/people-filter"
import { PeopleList } from "@/components/people/people-list"
import { Empty } from "@/components/ui/empty"
import { Page } from "@/components/ui/page"
import { Pages } from "@/components/ui/pages"
import { can } from "@/lib/people/can"
import { findAdministrators, findPeoplePage } from "@/lib/people/find.server"
import { requirePerson } from "@/lib/people/gate.server"
import { peopleAddress, readPeopleFilter } from "@/lib/people/list"
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

type Given = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function PeoplePage({ searchParams }: Given) {
  const me = await requirePerson()
  if (!can(me, "people")) return <WhomToAsk administrators={await findAdministrators()} />
  const filter = readPeopleFilter(await searchParams)
  const { people, total, page, pages } = await findPeoplePage(filter)
  const lines = people.map(({ id, name, email, role, disabledAt, hasPassword }) => ({
    id,
    name,
    email,
    role,
    state: disabledAt ? ("disabled" as const) : hasPassword ? ("active" as const) : ("invited" as const),
  }))
  const to = (page: number) => peopleAddress({ ...filter, page })
  return (
    <PeopleList people={lines} me={me.id} actions={ACTIONS} filter={<PeopleFilter filter={filter} total={total} />}>
      <Pages
        previous={page > 1 ? { name: "Previous page", address: to(page - 1) } : null}
        here={`Page ${page} of ${pages}`}
        next={page < pages ? to(page + 1) : null}
      />
    </PeopleList>
  )
}

function WhomToAsk({ administrators }: { administrators: readonly { name: string }[] }) {
  return (
    <Page title="People">
      <Empty title="Administrators keep the list of people">
        <p>To have somebody added or a role changed, ask {administrators.map(({ name }) => name).join(" or ")}.</p>
      </Empty>
    </Page>
  )
}
