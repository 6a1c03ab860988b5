import type { Metadata } from "next"
import { PackageList } from "@/components/packages/package-list"
import { RelatedRooms } from "@/components/packages/related-rooms"
import { Empty } from "@/components/ui/empty"
import { Page } from "@/components/ui/page"
import { findPackages } from "@/lib/packages/packages.server"
import { can } from "@/lib/people/can"
import { requirePerson } from "@/lib/people/gate.server"
import { add } from "./actions"

export const metadata: Metadata = { title: "Packages" }

/** Every package of the paper. */
export default async function PackagesPage() {
  const me = await requirePerson()
  if (!can(me, "packages"))
    return (
      <Page title="Packages">
        <Empty title="Editors keep the packages">
          <p>A package is a group of stories that belong together. Ask an editor to put a story into one.</p>
        </Empty>
      </Page>
    )
  return (
    <Page
      title="Packages"
      lead="Groups of stories that belong together, in an order of yours. Readers have a page of each as soon as one of its stories is public."
    >
      <RelatedRooms at="packages" me={me} />
      <PackageList packages={await findPackages()} add={can(me, "links") ? add : null} />
    </Page>
  )
}
