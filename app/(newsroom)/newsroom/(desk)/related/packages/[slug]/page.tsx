import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { PackageScreen } from "@/components/packages/package-screen"
import { Empty } from "@/components/ui/empty"
import { Page } from "@/components/ui/page"
import { findPackage } from "@/lib/packages/packages.server"
import { can } from "@/lib/people/can"
import { requirePerson } from "@/lib/people/gate.server"
import { change, remove, search } from "../actions"

export const metadata: Metadata = { title: "Package" }

type Given = { params: Promise<{ slug: string }> }

/** One package: its words, and its stories in their order. */
export default async function PackagePage({ params }: Given) {
  const me = await requirePerson()
  if (!can(me, "packages"))
    return (
      <Page title="Package">
        <Empty title="Editors keep the packages">
          <p>A package is a group of stories that belong together. Ask an editor to change this one.</p>
        </Empty>
      </Page>
    )
  const found = await findPackage((await params).slug)
  if (!found) notFound()
  return (
    <PackageScreen key={found.slug} opened={found} doors={{ change, remove, search }} mayRename={can(me, "links")} />
  )
}
