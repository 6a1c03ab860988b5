import type { Metadata } from "next"
import { DeadJobs } from "@/components/jobs/dead-jobs"
import { FailingJobs } from "@/components/jobs/failing-jobs"
import { JobKinds } from "@/components/jobs/job-kinds"
import { JobsInHand } from "@/components/jobs/jobs-in-hand"
import { Witnesses } from "@/components/jobs/witnesses"
import { GoneLinks } from "@/components/story/gone-links"
import { Empty } from "@/components/ui/empty"
import { Page } from "@/components/ui/page"
import { findJobs } from "@/lib/jobs/desk.server"
import { countGone } from "@/lib/links/gone.server"
import { can } from "@/lib/people/can"
import { requirePerson } from "@/lib/people/gate.server"
import { findHead } from "@/lib/record/proof.server"
import { findWitnesses } from "@/lib/record/witness.server"
import { again, drop } from "./actions"

export const metadata: Metadata = { title: "Jobs" }

/** Work that is done later: pictures, pings, mail. What was given up waits here for somebody. */
export default async function JobsPage() {
  const me = await requirePerson()
  if (!can(me, "jobs"))
    return (
      <Page title="Jobs">
        <Empty title="Administrators see to the jobs">
          <p>Pictures, pings and mail are made and sent by themselves. If something does not come, ask one of them.</p>
        </Empty>
      </Page>
    )
  const { kinds, inHand, dead, failing } = await findJobs()
  const [witnesses, head, links] = await Promise.all([findWitnesses(), findHead(), countGone()])
  return (
    <Page
      title="Jobs"
      lead="Work that is done later, by every node of the paper. What fails is tried again by itself, less and less often."
    >
      <GoneLinks {...links} />
      {kinds.length === 0 ? (
        <Empty title="Nothing was to be done yet">
          <p>Jobs come with pictures and publications.</p>
        </Empty>
      ) : (
        <JobKinds kinds={kinds} now={new Date()} />
      )}
      {inHand.length > 0 && <JobsInHand jobs={inHand} />}
      {dead.length > 0 && <DeadJobs jobs={dead} again={again} drop={drop} />}
      {failing.length > 0 && <FailingJobs jobs={failing} />}
      {witnesses.length > 0 && <Witnesses witnesses={witnesses} size={head?.size ?? 0} />}
    </Page>
  )
}
