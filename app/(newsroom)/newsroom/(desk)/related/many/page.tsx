import type { Metadata } from "next"
import { RelatedRooms } from "@/components/packages/related-rooms"
import { ManyScreen } from "@/components/related/many-screen"
import { NotYours } from "@/components/related/not-yours"
import { Page } from "@/components/ui/page"
import { findPackages } from "@/lib/packages/packages.server"
import { can } from "@/lib/people/can"
import { requirePerson } from "@/lib/people/gate.server"
import { storiesAsItems } from "@/lib/related/find-item.server"
import { findSections, findTopics } from "@/lib/story/sections.server"
import { find, keep, plan, writeLink } from "./actions"

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const metadata: Metadata = { title: "Related news in many stories" }

/** Related news put into, replaced in and taken out of many stories at once. */
export default async function ManyPage({ searchParams }: Props) {
  const me = await requirePerson()
  if (!can(me, "links")) return <NotYours title="Related news in many stories" />
  const asked = await searchParams
  const ids = [asked.out, asked.into].map((one) => [one].flat()[0] ?? "")
  const [sections, topics, packages, chosen] = await Promise.all([
    ...([findSections(), findTopics(), findPackages(), storiesAsItems(ids)] as const),
  ])
  const [out = null, into = null] = chosen
  const name = ({ slug, name }: { slug: string; name: string }) => ({ slug, name })
  return (
    <Page
      title="Related news in many stories"
      lead="You see first what would happen to each story, and can undo it afterwards. Readers have it at once where nothing else of the story waits; otherwise it waits in the draft."
    >
      <RelatedRooms at="many" me={me} />
      <ManyScreen
        names={{ sections: sections.map(name), topics: topics.map(name), packages: packages.map(name) }}
        begin={{ out, into }}
        doors={{ plan, keep, find, addLink: writeLink }}
      />
    </Page>
  )
}
