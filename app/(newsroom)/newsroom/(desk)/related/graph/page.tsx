import type { Metadata } from "next"
import { RelatedRooms } from "@/components/packages/related-rooms"
import styles from "@/components/related/gap-list.module.css"
import { Graph } from "@/components/related/graph"
import { StillLooking } from "@/components/related/still-looking"
import { Empty } from "@/components/ui/empty"
import { Link } from "@/components/ui/link"
import { Page } from "@/components/ui/page"
import { can } from "@/lib/people/can"
import { requirePerson } from "@/lib/people/gate.server"
import { isStillLooking } from "@/lib/related/gaps.server"
import { findGroups, KINDS } from "@/lib/related/graph.server"

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const metadata: Metadata = { title: "What leads where" }

/** The paper as a picture: which of its sections or packages lead to which. */
export default async function GraphPage({ searchParams }: Props) {
  const me = await requirePerson()
  if (!can(me, "suggestions"))
    return (
      <Page title="What leads where">
        <Empty title="Editors look after related news">
          <p>Ask an editor how the paper's stories lead to each other.</p>
        </Empty>
      </Page>
    )
  const asked = [(await searchParams).by].flat()[0]
  const kind = KINDS.find((one) => one === asked) ?? "section"
  return (
    <Page
      title="What leads where"
      lead="How often public stories lead to each other: in their words, as cards, and in related news."
    >
      <RelatedRooms at="graph" me={me} />
      <nav aria-label="By what" className={styles.choices}>
        {KINDS.map((one) => (
          <Link key={one} href={`/newsroom/related/graph?by=${one}`} aria-current={one === kind ? "page" : undefined}>
            {one === "section" ? "By section" : "By package"}
          </Link>
        ))}
      </nav>
      {(await isStillLooking()) && <StillLooking />}
      <Graph kind={kind} {...(await findGroups(kind))} />
    </Page>
  )
}
