import { Frame } from "@/components/site/frame"
import { NotFoundPage } from "@/components/site/notice-page"
import { PageHead } from "@/components/site/page-head"
import { PageStatus } from "@/components/site/page-status"
import { env } from "@/lib/env.server"
import { paper } from "@/lib/paper"
import { findSectionNames } from "@/lib/story/listed.server"

/** What every page of the paper renders where there is nothing: Next's own notFound() would send scripts and a 200. */
export async function NotFoundView() {
  return (
    <>
      <PageStatus status={404} />
      <PageHead title={`Not found | ${paper.name}`} origin={env.publicOrigin} noindex />
      <Frame sections={await findSectionNames()}>
        <NotFoundPage />
      </Frame>
    </>
  )
}
