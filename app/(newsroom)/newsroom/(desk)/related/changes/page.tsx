import type { Metadata } from "next"
import { z } from "zod"
import { RelatedRooms } from "@/components/packages/related-rooms"
import { ChangeList } from "@/components/related/change-list"
import { NotYours } from "@/components/related/not-yours"
import { Page } from "@/components/ui/page"
import { can } from "@/lib/people/can"
import { requirePerson } from "@/lib/people/gate.server"
import { findChanges } from "@/lib/related/changes.server"
import { text } from "@/lib/text"
import { keep, plan } from "../many/actions"

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const metadata: Metadata = { title: "Changes of related news" }

const asked = z.object({
  ...{ story: z.uuid().nullable().catch(null), batch: z.uuid().nullable().catch(null) },
  ...{ before: z.uuid().nullable().catch(null), q: text(300).trim().catch("") },
})

/** Who put what into which story's related news, when; and the way back. */
export default async function ChangesPage({ searchParams }: Props) {
  const me = await requirePerson()
  if (!can(me, "links")) return <NotYours title="Changes of related news" />
  const given = await searchParams
  const one = (name: string) => [given[name]].flat()[0]
  const { story, batch, before, q } = asked.parse({
    ...{ story: one("story"), batch: one("batch"), before: one("before"), q: one("q") },
  })
  const { lines, next } = await findChanges({ story, batch, before, words: q })
  const further = new URLSearchParams({ ...(story && { story }), ...(batch && { batch }), ...(q && { q }) })
  if (next) further.set("before", next)
  return (
    <Page
      title="Changes of related news"
      lead="Who put in, took out or moved what, newest first. What was done to many stories in one go is undone in one go, too."
    >
      <RelatedRooms at="changes" me={me} />
      <ChangeList
        {...{ lines, q, plan, keep }}
        only={batch ? { kind: "batch" } : story ? { kind: "story" } : null}
        next={next && `/newsroom/related/changes?${further}`}
      />
    </Page>
  )
}
