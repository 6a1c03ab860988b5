"use client"

import dynamic from "next/dynamic"
import { useRouter } from "next/navigation"
import { useCallback, useState } from "react"
import { Notice } from "@/components/ui/notice"
import { countWords } from "@/lib/blocks/blocks"
import type { Receipt } from "@/lib/nodes/receipts"
import { can } from "@/lib/people/can"
import type { Person } from "@/lib/people/people"
import type { PictureSize } from "@/lib/pictures/pictures"
import { OF_A_LATER_RELEASE } from "@/lib/story/acts"
import type { Approval } from "@/lib/story/approval"
import type { Aside } from "@/lib/story/aside"
import type { Story, StoryText } from "@/lib/story/story"
import { warningsOf } from "@/lib/story/warnings"
import { ActBar } from "./act-bar"
import { ConflictScreen } from "./conflict-screen"
import type { Doors, HistoryLine, RelatedLine } from "./doors"
import { HistoryPanel } from "./history-panel"
import { forget } from "./journal"
import { newestOf, remember, useNewest } from "./newest"
import { Recovery } from "./recovery"
import { RelatedPanel } from "./related-panel"
import { StoryFields } from "./story-fields"
import styles from "./story-screen.module.css"
import { useAside } from "./use-aside"
import { useAutosave } from "./use-autosave"
import { WrittenLine } from "./written-line"

const BodyEditor = dynamic(() => import("./body-editor").then((file) => file.BodyEditor), {
  ssr: false,
  loading: () => <p className={styles.opening}>Opening the editor…</p>,
})

export type StoryScreenProps = {
  story: Story
  person: Person
  /** where readers find it, while they do */
  address: string | null
  sections: readonly { slug: string; name: string }[]
  topics: readonly { slug: string; name: string }[]
  people: readonly { id: string; name: string }[]
  related: readonly RelatedLine[]
  history: readonly HistoryLine[]
  receipts: readonly Receipt[]
  pictures: Readonly<Record<string, PictureSize>>
  approval: Approval
  /** is a withdrawal confirmed by typing the word? */
  typed: boolean
  /** changes that were set aside, and by whom */
  aside: Aside | null
  doors: Doors
}

type Comparison = { of: "kept"; key: string; mine: StoryText; theirs: StoryText; base: StoryText }

/** One story on the desk: its words, what belongs to them, what can be done with it, and what happened to it. */
export function StoryScreen({ doors, ...given }: StoryScreenProps) {
  const { person } = given
  const router = useRouter()
  const [opened] = useState(() => newestOf(given.story))
  const [story, setStory] = useState(opened)
  // Filed or withdrawn by somebody else: the words stay, and what can be done with the story is what can be done with it now.
  const onRefused = useCallback(async () => {
    const answer = await doors.look({ id: opened.id, revision: opened.revision }).catch(() => null)
    if (answer && "newer" in answer && answer.newer) setStory(answer.newer)
  }, [doors.look, opened])
  const autosave = useAutosave({ story: opened, personId: person.id, save: doors.save, onStory: setStory, onRefused })
  const { state, write, happen, flush, revision } = autosave
  // The editor keeps its own text: another one is taken up by a new editor.
  const [round, setRound] = useState(0)
  const [recovered, setRecovered] = useState<Comparison | null>(null)
  const text = state.present
  const writable = can(person, "write", story)

  const aside = useAside({ ...given, story, person, doors, flush, revision, onDone: (done) => renew(done) })
  const saved = state.theirs && { of: "saved" as const, mine: text, theirs: state.theirs.text, base: state.saved }
  const compared = saved ?? recovered ?? aside.compared
  const renew = (newer: Story) => {
    happen({ kind: "renewed", revision: newer.revision, text: newer.text })
    setStory(newer)
    setRound(round + 1)
    router.refresh()
  }
  const settle = (merged: StoryText) => {
    if (!saved && !recovered) return aside.settle(merged)
    if (state.theirs) happen({ kind: "merged", text: merged })
    else write(merged)
    if (recovered) forget(recovered.key)
    setRecovered(null)
    setRound(round + 1)
  }
  const searchOthers = useCallback((q: string) => doors.search({ q, except: story.id }), [doors.search, story.id])
  const acted = (done: Story) => {
    happen({ kind: "moved", revision: done.revision, text: done.text })
    remember(done)
    setStory(done)
    router.refresh()
  }
  useNewest({
    ...{ id: story.id, revision, look: doors.look },
    settled: () => state.phase === "saved",
    onNewer: renew,
  })

  return (
    <div className={styles.screen}>
      {!compared && <h1 className="unseen">{text.headline || "New story"}</h1>}
      <ActBar
        {...{ story, person, state, flush, revision }}
        address={given.address}
        warnings={warningsOf({ text })}
        doors={doors}
        onRetry={() => happen({ kind: "due" })}
        onDone={acted}
        onOvertaken={(theirs) => {
          happen({ kind: "overtaken", theirs })
          setStory(theirs)
        }}
        aside={aside}
        typed={given.typed}
        approval={given.approval}
      />
      {aside.notice}
      {compared ? (
        <ConflictScreen
          of={compared.of}
          mine={compared.mine}
          theirs={compared.theirs}
          base={compared.base}
          related={given.related}
          onChoose={settle}
          {...(!saved && { onLater: () => (recovered ? setRecovered(null) : aside.later()) })}
        />
      ) : (
        <div className={styles.columns}>
          <nav aria-label="Parts of this screen" className={styles.parts}>
            <a href="#about">About this story</a>
            <a href="#related-news">Related news</a>
            <a href="#history">History</a>
          </nav>
          <div className={styles.words}>
            <Recovery
              personId={person.id}
              storyId={story.id}
              present={text}
              onRestore={(kept) =>
                setRecovered({ of: "kept", key: kept.key, mine: kept.text, theirs: text, base: kept.base })
              }
            />
            {!writable && <Notice className={styles.why}>{whyNot(story, person)}</Notice>}
            {writable && story.unread > 0 && <Notice className={styles.why}>{OF_A_LATER_RELEASE}</Notice>}
            <WrittenLine
              label="Headline"
              look="headline"
              value={text.headline}
              maxLength={1_000}
              language={text.language}
              readOnly={!writable}
              onWrite={(headline) => write({ headline })}
            />
            <WrittenLine
              label="Standfirst"
              look="standfirst"
              value={text.standfirst}
              maxLength={10_000}
              language={text.language}
              readOnly={!writable}
              onWrite={(standfirst) => write({ standfirst })}
            />
            <BodyEditor
              key={round}
              body={text.body}
              editable={writable && story.unread === 0}
              language={text.language}
              pictures={given.pictures}
              stories={given.related}
              search={searchOthers}
              onBody={(body) => write({ body })}
            />
            <p className={styles.count}>{wordsIn(text)}</p>
          </div>
          <div className={styles.side}>
            <StoryFields {...{ text, story, writable, write }} {...given} />
            <RelatedPanel
              storyId={story.id}
              items={text.related}
              known={given.related}
              writable={writable}
              search={doors.search}
              addLink={doors.addLink}
              onItems={(related) => write({ related })}
            />
            <HistoryPanel storyId={story.id} lines={given.history} receipts={given.receipts} />
          </div>
        </div>
      )}
    </div>
  )
}

function wordsIn({ body }: StoryText) {
  const count = countWords(body)
  return `${count.toLocaleString("en")} ${count === 1 ? "word" : "words"}`
}

function whyNot(story: Story, person: Person) {
  if (story.status === "withdrawn" || story.status === "spiked")
    return `This story is ${story.status}. ${can(person, "restore") ? "Restore it to go on writing." : "An editor can restore it."}`
  return `This story is ${story.status}: the desk has it. Ask an editor to change it, or to send it back to you.`
}
