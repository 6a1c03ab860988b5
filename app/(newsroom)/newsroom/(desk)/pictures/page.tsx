import type { Metadata } from "next"
import { AddPictures } from "@/components/pictures/add-pictures"
import { LibraryFilter } from "@/components/pictures/library-filter"
import { LibraryGrid } from "@/components/pictures/library-grid"
import { Empty } from "@/components/ui/empty"
import { Link } from "@/components/ui/link"
import { Page } from "@/components/ui/page"
import { Pages } from "@/components/ui/pages"
import { can } from "@/lib/people/can"
import { requirePerson } from "@/lib/people/gate.server"
import { libraryAddress, readLibraryFilter } from "@/lib/pictures/library"
import { findLibrary, findUploaders, MOST_COUNTED } from "@/lib/pictures/library.server"

export const metadata: Metadata = { title: "Pictures" }

type Given = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Every picture of the house, uploaded last first. The address holds the filter, so it can be kept and sent. */
export default async function Library({ searchParams }: Given) {
  const person = await requirePerson()
  const filter = readLibraryFilter(await searchParams)
  const [{ items, total, next }, uploaders] = await Promise.all([findLibrary(filter), findUploaders()])
  const { cursor, ...chosen } = filter
  const filtered = Object.keys(chosen).length > 0
  return (
    <Page title="Pictures" lead="What the house has, who may use it, and where it is shown.">
      {can(person, "pictures") && <AddPictures />}
      <LibraryFilter filter={filter} total={total} most={MOST_COUNTED} uploaders={uploaders} />
      {items.length > 0 && <LibraryGrid items={items} now={new Date()} />}
      {items.length === 0 && (filtered || cursor) && (
        <Empty title="No picture fits">
          <p>
            Try fewer words, or <Link href="/newsroom/pictures">show every picture</Link>.
          </p>
        </Empty>
      )}
      {items.length === 0 && !filtered && !cursor && (
        <Empty title="There are no pictures yet">
          <p>Add some here, or in a story under “Picture”: they gather in this library.</p>
        </Empty>
      )}
      <Pages
        previous={cursor ? { name: "First page", address: libraryAddress(chosen) } : null}
        next={next && libraryAddress({ ...chosen, cursor: next })}
      />
    </Page>
  )
}
