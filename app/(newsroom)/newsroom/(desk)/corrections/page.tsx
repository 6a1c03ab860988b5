import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { Amends } from "@/components/story/amends"
import { Empty } from "@/components/ui/empty"
import { Link } from "@/components/ui/link"
import { Page } from "@/components/ui/page"
import { requirePerson } from "@/lib/people/gate.server"
import { findAmends } from "@/lib/record/amends.server"
import { pageAsked } from "@/lib/story/listed"

export const metadata: Metadata = { title: "Corrections" }

type Given = { searchParams: Promise<{ page?: string | string[] }> }

/** What the paper told its readers about its own words, across all stories: corrections, clarifications, notices. */
export default async function Corrections({ searchParams }: Given) {
  await requirePerson()
  const page = pageAsked((await searchParams).page)
  if (!page) notFound()
  const { amends, more } = await findAmends(page)
  return (
    <Page
      title="Corrections"
      lead="What the paper told its readers about its own words. A correction is made on the story's own screen."
      actions={<a href="/corrections">As readers see them</a>}
    >
      {amends.length ? (
        <Amends amends={amends} />
      ) : (
        <Empty title={page > 1 ? "Nothing that far back" : "Nothing was corrected or withdrawn yet"}>
          <p>“Correct” and “Withdraw” are on the screen of every live story.</p>
        </Empty>
      )}
      {(page > 1 || more) && (
        <nav aria-label="Pages">
          {page > 1 && <Link href={`/newsroom/corrections?page=${page - 1}`}>Newer</Link>}{" "}
          {more && <Link href={`/newsroom/corrections?page=${page + 1}`}>Older</Link>}
        </nav>
      )}
    </Page>
  )
}
