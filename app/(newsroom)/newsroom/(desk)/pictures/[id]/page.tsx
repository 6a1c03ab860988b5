import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { PictureScreen } from "@/components/pictures/picture-screen"
import { wallOf, zoneOf } from "@/lib/dates"
import { can } from "@/lib/people/can"
import { requirePerson } from "@/lib/people/gate.server"
import { findPictureAtDesk } from "@/lib/pictures/at-desk.server"
import { rightsOf, suggestedRights } from "@/lib/pictures/rights"
import { findSections } from "@/lib/story/sections.server"
import { describe, focus, limit } from "../actions"

export const metadata: Metadata = { title: "Picture" }

export default async function PictureAtDesk({ params }: { params: Promise<{ id: string }> }) {
  const person = await requirePerson()
  const [picture, sections] = await Promise.all([findPictureAtDesk((await params).id), findSections()])
  if (!picture) notFound()
  const now = new Date()
  return (
    <PictureScreen
      key={picture.id}
      picture={picture}
      standing={{
        ended: picture.may.until !== null && picture.may.until <= now,
        told: rightsOf(picture.may, sections, now),
        until: picture.may.until ? wallOf(picture.may.until) : "",
        zone: zoneOf(now),
        suggested: suggestedRights(picture.instructions),
      }}
      sections={sections}
      may={{ describe: can(person, "pictures"), decide: can(person, "update") }}
      doors={{ describe, focus, limit }}
    />
  )
}
