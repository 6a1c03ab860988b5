import type { Metadata } from "next"
import { LinkList } from "@/components/story/link-list"
import { Empty } from "@/components/ui/empty"
import { Page } from "@/components/ui/page"
import { can } from "@/lib/people/can"
import { requirePerson } from "@/lib/people/gate.server"
import { findLinks } from "@/lib/related/links.server"
import { edit, remove } from "./actions"

export const metadata: Metadata = { title: "Related news" }

/** Every page elsewhere that stories relate to, and where. A change here is a change in all of them. */
export default async function RelatedPage() {
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
  const links = await findLinks()
  return (
    <Page
      title="Related news"
      lead="Outside links of all stories. What you change here changes wherever it is used, before readers too."
    >
      {links.length === 0 ? (
        <Empty title="No story has an outside link yet">
          <p>They are added in a story, under “Related news”, and gather here.</p>
        </Empty>
      ) : (
        <LinkList links={links} edit={edit} remove={remove} />
      )}
    </Page>
  )
}
