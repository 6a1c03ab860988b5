import type { Metadata } from "next"
import { NewStory } from "@/components/story/new-story"
import { Newslist } from "@/components/story/newslist"
import bar from "@/components/story/newslist-bar.module.css"
import { NewslistColumns } from "@/components/story/newslist-columns"
import { NewslistFilter } from "@/components/story/newslist-filter"
import { SavedFilters } from "@/components/story/saved-filters"
import { Empty } from "@/components/ui/empty"
import { Link } from "@/components/ui/link"
import { Page } from "@/components/ui/page"
import { Pages } from "@/components/ui/pages"
import { requirePerson } from "@/lib/people/gate.server"
import { findChoices } from "@/lib/story/choices.server"
import { isNarrowed, newslistAddress, newslistQuery, readNewslistFilter } from "@/lib/story/newslist"
import { findNewslist, presentMoment } from "@/lib/story/newslist.server"
import { withBrief } from "@/lib/story/newslist-line"
import { findSections } from "@/lib/story/sections.server"
import { startStory } from "./actions"
import {
  chooseColumnsAction,
  chooseKeysAction,
  removeFilterAction,
  renameFilterAction,
  saveFilterAction,
} from "./newslist-actions"

export const metadata: Metadata = { title: "Newslist" }

type Given = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** What the desk has in hand, last changed first. The address holds the filter, so it can be kept and sent. */
export default async function NewslistPage({ searchParams }: Given) {
  const person = await requirePerson()
  const filter = readNewslistFilter(await searchParams)
  const [at, { items, next, total }, sections, { columns, keys, filters }] = await Promise.all([
    presentMoment(),
    findNewslist(filter, person.id),
    findSections(),
    findChoices(person),
  ])
  const { cursor, ...narrowed } = filter
  const query = newslistQuery(narrowed)
  const onward = next && newslistAddress({ ...filter, cursor: next })
  const { id, name, role } = person
  return (
    <Page title="Newslist" actions={<NewStory start={startStory} />}>
      <div className={bar.bar}>
        <SavedFilters
          filters={filters}
          query={query}
          doors={{ save: saveFilterAction, rename: renameFilterAction, remove: removeFilterAction }}
        />
        <NewslistColumns key={columns.join()} columns={columns} choose={chooseColumnsAction} />
      </div>
      <NewslistFilter filter={filter} sections={sections} total={total} />
      <Newslist
        items={items.map((item) => withBrief(item, at))}
        {...{ at: at.toISOString(), query, first: !cursor, next: onward, columns, keys }}
        sections={sections.map(({ slug, name, approval }) => ({ slug, name, approval }))}
        person={{ id, name, role }}
        chooseKeys={chooseKeysAction}
      />
      {items.length === 0 && isNarrowed(filter) && (
        <Empty title="No story fits">
          <p>
            Try fewer words, or <Link href="/newsroom">show every story</Link>.
          </p>
        </Empty>
      )}
      {items.length === 0 && !isNarrowed(filter) && (
        <Empty title="The newslist is empty">
          <p>
            Start with “New story”, or <Link href="/newsroom/import">bring in a wire text</Link>.
          </p>
        </Empty>
      )}
      <Pages previous={cursor ? { name: "First page", address: newslistAddress(narrowed) } : null} next={onward} />
    </Page>
  )
}
