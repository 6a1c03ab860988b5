import type { Metadata } from "next"
import { RelatedRooms } from "@/components/packages/related-rooms"
import { FilesScreen } from "@/components/related/files-screen"
import { NotYours } from "@/components/related/not-yours"
import { Page } from "@/components/ui/page"
import { can } from "@/lib/people/can"
import { requirePerson } from "@/lib/people/gate.server"
import { keep, lookAtFile, plan } from "../many/actions"

export const metadata: Metadata = { title: "Related news as files" }

/** Related news out of the paper and into it, for spreadsheets and programs. */
export default async function FilesPage() {
  const me = await requirePerson()
  if (!can(me, "links")) return <NotYours title="Related news as files" />
  return (
    <Page
      title="Related news as files"
      lead="Take all of it out, change it in a spreadsheet, and bring it in again. What comes in is noted under “Changes” and can be undone."
    >
      <RelatedRooms at="files" me={me} />
      <FilesScreen doors={{ plan, keep, planFile: lookAtFile }} />
    </Page>
  )
}
