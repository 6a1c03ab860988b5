import type { Metadata } from "next"
import { Calendar } from "@/components/story/calendar"
import { ComingUp } from "@/components/story/coming-up"
import { Page } from "@/components/ui/page"
import { atWall } from "@/lib/dates"
import { requirePerson } from "@/lib/people/gate.server"
import { dayKey, isMonth, weeksOf } from "@/lib/story/coming"
import { findComing } from "@/lib/story/coming.server"

export const metadata: Metadata = { title: "Coming up" }

type Given = { searchParams: Promise<{ month?: string | string[] }> }

/** What the clock will do, and when embargoes end: a month as a calendar, and everything that waits as a list. */
export default async function Coming({ searchParams }: Given) {
  await requirePerson()
  const now = new Date()
  const asked = (await searchParams).month
  const month = isMonth(asked) ? asked : dayKey(now).slice(0, 7)
  const days = weeksOf(month).flat()
  const [first, last] = [days[0], days.at(-1)].map((day) => atWall(`${day}T00:00`))
  const [inMonth, coming] = await Promise.all([
    findComing(first ?? now, last ? new Date(last.getTime() + 25 * 60 * 60 * 1_000) : null),
    findComing(new Date(0), null),
  ])
  return (
    <Page title="Coming up" lead="What the clock will do, and when embargoes end, by the paper's own time.">
      <Calendar month={month} today={dayKey(now)} lines={inMonth} />
      <ComingUp lines={coming} now={now} />
    </Page>
  )
}
