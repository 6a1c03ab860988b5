import type { Metadata } from "next"
import { RelatedRooms } from "@/components/packages/related-rooms"
import { GoneLinks } from "@/components/story/gone-links"
import { LinkFilter } from "@/components/story/link-filter"
import { LinkList } from "@/components/story/link-list"
import { Empty } from "@/components/ui/empty"
import { Page } from "@/components/ui/page"
import { findGoneDays } from "@/lib/links/gone.server"
import { STATES } from "@/lib/links/states"
import { can } from "@/lib/people/can"
import { requirePerson } from "@/lib/people/gate.server"
import { findLinks } from "@/lib/related/links.server"
import { check, edit, remove, take } from "./actions"

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const metadata: Metadata = { title: "Related news" }

/** Every page elsewhere that stories relate to, whether it is there, and where it is used. A change here is a change in all of them. */
export default async function RelatedPage({ searchParams }: Props) {
  const me = await requirePerson()
  if (!can(me, "links"))
    return (
      <Page title="Related news">
        <Empty title="Administrators keep the outside links">
          <p>
            You add and remove links in a story, under “Related news”. To change one everywhere, ask an administrator.
          </p>
        </Empty>
      </Page>
    )
  const asked = [(await searchParams).state].flat()[0]
  const state = STATES.find((one) => one === asked) ?? null
  const [links, days] = await Promise.all([findLinks(), findGoneDays()])
  const counts = Object.fromEntries(STATES.map((one) => [one, links.filter((link) => link.state === one).length]))
  const shown = state ? links.filter((link) => link.state === state) : links
  const off = links.filter(({ takenOffAt }) => takenOffAt).length
  return (
    <Page
      title="Related news"
      lead="Outside links of all stories. What you change here changes wherever it is used, before readers too. Their pages are looked at by themselves: daily where readers have the link, weekly elsewhere."
    >
      <RelatedRooms at="links" />
      {links.length === 0 ? (
        <Empty title="No story has an outside link yet">
          <p>They are added in a story, under “Related news”, and gather here.</p>
        </Empty>
      ) : (
        <>
          {state !== "gone" && <GoneLinks gone={counts.gone ?? 0} off={off} />}
          <LinkFilter state={state} total={shown.length} counts={counts} />
          {shown.length === 0 ? (
            <Empty title="No outside link is in this state" />
          ) : (
            <LinkList links={shown} {...{ days, edit, remove, check, take }} />
          )}
        </>
      )}
    </Page>
  )
}
