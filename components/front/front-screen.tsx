"use client"

import { Undo2 } from "lucide-react"
import { Button } from "@/components/ui/button"
import { Link } from "@/components/ui/link"
import { Notice } from "@/components/ui/notice"
import { Page } from "@/components/ui/page"
import { wallOf } from "@/lib/dates"
import { type ArrangedPage, FRONT, type SlotStory } from "@/lib/front/arrangement"
import { Changes } from "./changes"
import { Coming } from "./coming"
import type { FrontDoors } from "./doors"
import styles from "./front-screen.module.css"
import { SaveBar } from "./save-bar"
import { SlotList } from "./slot-list"
import { TwoArrangements } from "./two-arrangements"
import { useArranging } from "./use-arranging"

/** A page of the paper at the desk: its slots, when they take effect, what waits, and who changed what. */
export function FrontScreen({ arranged, stories, sections, doors }: FrontScreenProps) {
  const desk = useArranging(arranged, stories, doors)
  const { page, present, known, work, dirty, busy, problem } = desk
  const headlineOf = (id: string) => known.get(id)?.headline || "a story without a headline"
  const name = page === FRONT ? "Front page" : (sections.find(({ slug }) => slug === page)?.name ?? page)
  return (
    <Page
      title={name}
      lead="Slots stand first, in this order. What is not in one follows below by itself, newest first."
      actions={
        <Button small look="quiet" onClick={desk.undo} disabled={busy || dirty || present.revision === 0}>
          <Undo2 size={14} aria-hidden />
          Undo last change
        </Button>
      }
    >
      <nav aria-label="Pages to arrange" className={styles.pages}>
        <ul>
          {[{ slug: FRONT, name: "Front page" }, ...sections].map(({ slug, name }) => (
            <li key={slug}>
              <Link
                href={slug === FRONT ? "/newsroom/front" : `/newsroom/front/${slug}`}
                aria-current={slug === page ? "page" : undefined}
              >
                {name}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {problem && (
        <Notice tone="problem" role="alert">
          {problem.sentence}
        </Notice>
      )}
      <p role="status" className={desk.said ? styles.said : "unseen"}>
        {desk.said}
      </p>
      <div className={styles.columns}>
        <div className={styles.work}>
          <SlotList
            slots={work.slots}
            known={known}
            problems={problem?.fields ?? {}}
            search={(q) => doors.search({ q })}
            onSlots={desk.change}
            onLearn={(story) => desk.learn([story])}
          />
          <SaveBar desk={desk} />
        </div>
        <div className={styles.side}>
          <Coming
            page={page}
            coming={present.coming}
            headlineOf={headlineOf}
            held={dirty || busy}
            onOpen={({ slots, from }) => desk.open(slots, wallOf(from))}
            onCancel={desk.cancel}
          />
          <Changes present={present} headlineOf={headlineOf} held={dirty || busy} onPutBack={desk.putBack} />
        </div>
      </div>
      {desk.stale && <TwoArrangements mine={work.slots} theirs={desk.stale} headlineOf={headlineOf} desk={desk} />}
    </Page>
  )
}

type FrontScreenProps = {
  arranged: ArrangedPage
  stories: readonly SlotStory[]
  sections: readonly { slug: string; name: string }[]
  doors: FrontDoors
}
