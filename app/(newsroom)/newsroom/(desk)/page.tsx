import type { Metadata } from "next"
import Link from "next/link"
import { NewStory } from "@/components/story/new-story"
import { Newslist } from "@/components/story/newslist"
import { NewslistFilter } from "@/components/story/newslist-filter"
import { Empty } from "@/components/ui/empty"
import { Page } from "@/components/ui/page"
import { requirePerson } from "@/lib/people/gate.server"
import { findNewslist } from "@/lib/story/find.server"
import { newslistAddress, readNewslistFilter } from "@/lib/story/newslist"
import { findSections } from "@/lib/story/sections.server"
import { startStory } from "./actions"

export const metadata: Metadata = { title: "Newslist" }

type Given = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** What the desk has in hand, last changed first. The address holds the filter, so it can be kept and sent. */
export default async function NewslistPage({ searchParams }: Given) {
  await requirePerson()
  const filter = readNewslistFilter(await searchParams)
  const [{ items, next, total }, sections] = await Promise.all([findNewslist(filter), findSections()])
  const filtered = !!(filter.status || filter.section || filter.q)
  return (
    <Page title="Newslist" actions={<NewStory start={startStory} />}>
      <NewslistFilter filter={filter} sections={sections} total={total} />
      {items.length > 0 && <Newslist items={items} sections={sections} now={new Date()} />}
      {items.length === 0 && filtered && (
        <Empty title="No story fits">
          <p>
            Try fewer words, or <Link href="/newsroom">show every story</Link>.
          </p>
        </Empty>
      )}
      {items.length === 0 && !filtered && (
        <Empty title="The newslist is empty">
          <p>
            Start with “New story”, or <Link href="/newsroom/import">bring in a wire text</Link>.
          </p>
        </Empty>
      )}
      {(filter.cursor || next) && (
        <nav aria-label="Pages">
          {filter.cursor && <Link href={newslistAddress({ ...filter, cursor: "" })}>First page</Link>}{" "}
          {next && (
            <Link href={newslistAddress({ ...filter, cursor: next })} rel="next">
              Next page
            </Link>
          )}
        </nav>
      )}
    </Page>
  )
}
