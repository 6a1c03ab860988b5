import { Frame } from "@/components/site/frame"
import { MovedPage, WithdrawnPage } from "@/components/site/notice-page"
import { PageHead } from "@/components/site/page-head"
import { PageStatus, PageTags } from "@/components/site/page-status"
import { env } from "@/lib/env.server"
import { paper } from "@/lib/paper"
import { TAGS } from "@/lib/record/tags"
import { findSectionNames } from "@/lib/story/listed.server"
import type { Found } from "@/lib/story/live.server"
import { NotFoundView } from "../../not-found-view"

type Props = {
  found: Exclude<Found, { live: unknown }>
  /** what follows the story's address in the one that was asked for: /history */
  rest?: string
}

/** What stands at a story's address where there is no live story: it has moved, was withdrawn, or never was. */
export async function NotLiveView({ found, rest = "" }: Props) {
  if ("nothing" in found) return <NotFoundView />
  const moved = "moved" in found ? found.moved + rest : null
  return (
    <>
      <PageTags tags={[TAGS.story(found.id)]} />
      {moved === null ? <PageStatus status={410} /> : <PageStatus status={308} location={moved} />}
      <PageHead title={`${moved === null ? "Withdrawn" : "Moved"} | ${paper.name}`} origin={env.publicOrigin} noindex />
      <Frame sections={await findSectionNames()}>
        {"withdrawn" in found ? <WithdrawnPage {...found.withdrawn} /> : <MovedPage to={found.moved + rest} />}
      </Frame>
    </>
  )
}
