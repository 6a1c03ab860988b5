import type { Metadata } from "next"
import { RelatedRooms } from "@/components/packages/related-rooms"
import { GapList } from "@/components/related/gap-list"
import styles from "@/components/related/gap-list.module.css"
import { StillLooking } from "@/components/related/still-looking"
import { Empty } from "@/components/ui/empty"
import { Link } from "@/components/ui/link"
import { Page } from "@/components/ui/page"
import { can } from "@/lib/people/can"
import { requirePerson } from "@/lib/people/gate.server"
import { GAPS, type Gap, MOST, NAMES } from "@/lib/related/gaps"
import { findGap, isStillLooking } from "@/lib/related/gaps.server"
import { findChoices } from "@/lib/story/choices.server"
import { mend } from "./actions"

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const metadata: Metadata = { title: "Where nothing points" }

const WORDS: Record<Gap, { what: string; none: string }> = {
  orphans: {
    what: "Public stories to which no other leads, in its words, as a card, or in its related news.",
    none: "Every story is led to by another one",
  },
  "dead-ends": {
    what: "Public stories below which readers find nothing related.",
    none: "Every story leads on to another one",
  },
  overused: {
    what: "Stories that ten or more others lead to. Readers meet them again and again.",
    none: "No story is led to by ten others",
  },
  stale: {
    what: "Stories that did not change for a year, and that stories of the last ninety days still lead to.",
    none: "No new story leads to an old one",
  },
}

/** Where related news has gaps, and what would mend each of them. */
export default async function GapsPage({ searchParams }: Props) {
  const me = await requirePerson()
  if (!can(me, "suggestions"))
    return (
      <Page title="Where nothing points">
        <Empty title="Editors mend related news">
          <p>You choose what is related in your own stories. For those of others ask an editor.</p>
        </Empty>
      </Page>
    )
  const asked = [(await searchParams).list].flat()[0]
  const gap = GAPS.find((one) => one === asked) ?? "orphans"
  const [lines, looking, { keys }] = await Promise.all([findGap(gap, new Date()), isStillLooking(), findChoices(me)])
  const shown = lines.slice(0, MOST)
  return (
    <Page title="Where nothing points" lead={WORDS[gap].what}>
      <RelatedRooms at="gaps" me={me} />
      <nav aria-label="Gaps" className={styles.choices}>
        {GAPS.map((one) => (
          <Link key={one} href={`/newsroom/related/gaps?list=${one}`} aria-current={one === gap ? "page" : undefined}>
            {NAMES[one]}
          </Link>
        ))}
      </nav>
      {looking && <StillLooking />}
      {shown.length === 0 ? (
        <Empty title={WORDS[gap].none} />
      ) : (
        <>
          <GapList key={gap} gap={gap} lines={shown} replaces={can(me, "links")} keys={keys} repair={mend} />
          {lines.length > MOST && <p className={styles.keys}>There are more: these are the first {MOST}.</p>}
        </>
      )}
    </Page>
  )
}
