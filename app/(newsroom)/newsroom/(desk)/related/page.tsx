import type { Metadata } from "next"
import { RelatedRooms } from "@/components/packages/related-rooms"
import { GoneLinks } from "@/components/story/gone-links"
import { IdleLinks } from "@/components/story/idle-links"
import { LinkFilter } from "@/components/story/link-filter"
import { LinkList } from "@/components/story/link-list"
import { Empty } from "@/components/ui/empty"
import { Page } from "@/components/ui/page"
import { Pages } from "@/components/ui/pages"
import { findGoneDays } from "@/lib/links/gone.server"
import { STATES } from "@/lib/links/states"
import { can } from "@/lib/people/can"
import { requirePerson } from "@/lib/people/gate.server"
import { countLinks, findLinks } from "@/lib/related/links.server"
import { countIdleLinks } from "@/lib/related/unused-links.server"
import { pageAsked } from "@/lib/story/listed"
import { keepable } from "@/lib/text"
import { check, edit, remove, removeIdle, take } from "./actions"

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
  const asked = await searchParams
  const one = (name: string) => [asked[name]].flat()[0] ?? ""
  const state = STATES.find((known) => known === one("state")) ?? null
  const [words, page] = [keepable(one("q")).slice(0, 300), pageAsked(asked.page) ?? 1]
  const unused = one("used") === "nowhere"
  const [{ links, total, pages }, all, days, idle] = await Promise.all([
    findLinks({ state, words, unused, page }),
    countLinks(),
    findGoneDays(),
    unused ? countIdleLinks() : 0,
  ])
  const addressOf = (at: number) =>
    `/newsroom/related?${new URLSearchParams({ ...(state && { state }), ...(words && { q: words }), ...(unused && { used: "nowhere" }), page: String(at) })}`
  return (
    <Page
      title="Related news"
      lead="Outside links of all stories. What you change here changes wherever it is used, before readers too. Their pages are looked at by themselves: daily where readers have the link, weekly elsewhere."
    >
      <RelatedRooms at="links" me={me} />
      {all.total === 0 ? (
        <Empty title="No story has an outside link yet">
          <p>They are added in a story, under “Related news”, and gather here.</p>
        </Empty>
      ) : (
        <>
          {state !== "gone" && <GoneLinks gone={all.counts.gone ?? 0} off={all.off} />}
          <LinkFilter {...{ state, words, unused, total }} counts={all.counts} />
          {unused && <IdleLinks count={idle} removeAll={removeIdle} />}
          {links.length === 0 ? (
            <Empty title="No outside link is like this" />
          ) : (
            <LinkList links={links} {...{ days, edit, remove, check, take }} />
          )}
          <Pages
            previous={page > 1 ? { name: "Previous page", address: addressOf(page - 1) } : null}
            here={`Page ${page} of ${pages}`}
            next={page < pages ? addressOf(page + 1) : null}
          />
        </>
      )}
    </Page>
  )
}
