import type { Metadata } from "next"
import { ImportDesk } from "@/components/import/import-desk"
import { Empty } from "@/components/ui/empty"
import { Page } from "@/components/ui/page"
import { findSections } from "@/lib/story/sections.server"

export const metadata: Metadata = { title: "Import" }

export default async function ImportPage() {
  const sections = await findSections()
  if (sections.length === 0)
    return (
      <Page title="Import">
        <Empty title="The paper has no section yet">
          <p>A draft goes into a section: an administrator adds the first one in the settings.</p>
        </Empty>
      </Page>
    )
  return <ImportDesk sections={sections.map(({ slug, name }) => ({ slug, name }))} />
}
