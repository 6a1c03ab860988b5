import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { Frame } from "@/components/site/frame"
import { FrontPage } from "@/components/site/front-page"
import { ListPage } from "@/components/site/list-page"
import { atWall, momentOf, wallOf, zoneOf } from "@/lib/dates"
import { FRONT, slots as slotsShape } from "@/lib/front/arrangement"
import { type Ahead, findFrontPage, findInForce, findReadersList } from "@/lib/front/find.server"
import { requirePerson } from "@/lib/people/gate.server"

export const metadata: Metadata = { title: "Preview", robots: { index: false, follow: false } }

type Given = {
  params: Promise<{ page: string }>
  searchParams: Promise<Record<"at" | "slots", string | string[] | undefined>>
}

/** The front or a section's page as readers will see it at a moment, with slots that are saved or, in `slots`, that are not yet. */
export default async function FrontPreview({ params, searchParams }: Given) {
  await requirePerson()
  const { page } = await params
  const asked = await searchParams
  const at = atWall(String(asked.at ?? "")) ?? (await findInForce(page)).at
  const slots = unsaved(asked.slots)
  return (
    <>
      <Previewed page={page} ahead={{ at, slots }} />
      <aside className="preview-mark at-foot" aria-label="Preview">
        <p>
          As readers will see it on {momentOf(at)}
          {slots ? ", with slots that are not saved yet." : "."} <a href={deskOf(page)}>Back to the desk</a>
        </p>
        <form className="preview-time">
          {slots && <input type="hidden" name="slots" value={JSON.stringify(slots)} />}
          <label htmlFor="preview-at">Time ({zoneOf(at)})</label>
          <input id="preview-at" type="datetime-local" name="at" required defaultValue={wallOf(at)} />
          <button type="submit">Show</button>
        </form>
      </aside>
    </>
  )
}

const deskOf = (page: string) => (page === FRONT ? "/newsroom/front" : `/newsroom/front/${page}`)

/** What the desk has on its screen; what is not understood is not shown. */
function unsaved(given: string | string[] | undefined) {
  try {
    return slotsShape.safeParse(JSON.parse(String(given))).data ?? null
  } catch {
    return null
  }
}

async function Previewed({ page, ahead }: { page: string; ahead: Ahead }) {
  if (page === FRONT) {
    const { front, sections, edition } = await findFrontPage(ahead)
    return (
      <Frame sections={sections} edition={edition} front>
        <FrontPage front={front} day={edition} />
      </Frame>
    )
  }
  const list = await findReadersList("section", page, undefined, ahead)
  if (!list) notFound()
  return (
    <Frame sections={list.sections} current={page}>
      <ListPage heading={list.of.name} address={list.of.path} stories={list.placed} page={1} more={list.more} />
    </Frame>
  )
}
