import { notFound } from "next/navigation"
import { FrontScreen } from "@/components/front/front-screen"
import { Empty } from "@/components/ui/empty"
import { Page } from "@/components/ui/page"
import { findArranged, findStoriesOf, isPage } from "@/lib/front/arranged.server"
import { can } from "@/lib/people/can"
import { requirePerson } from "@/lib/people/gate.server"
import { findSections } from "@/lib/story/sections.server"
import { arrangeAction, cancelAction, putBackAction, searchAction, undoAction } from "./actions"

const DOORS = {
  arrange: arrangeAction,
  cancel: cancelAction,
  putBack: putBackAction,
  undo: undoAction,
  search: searchAction,
}

/** The desk of one page of the paper: the front, or a section's. */
export async function FrontDesk({ page }: { page: string }) {
  const me = await requirePerson()
  if (!can(me, "front"))
    return (
      <Page title="Front">
        <Empty title="Editors arrange the front and the sections">
          <p>What is not in a slot follows by itself, newest first. To have a story placed, ask an editor.</p>
        </Empty>
      </Page>
    )
  if (!(await isPage(page))) notFound()
  const [arranged, sections] = await Promise.all([findArranged(page), findSections()])
  const stories = await findStoriesOf(arranged)
  return <FrontScreen key={page} arranged={arranged} stories={stories} sections={sections} doors={DOORS} />
}
