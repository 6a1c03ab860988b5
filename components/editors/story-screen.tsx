"use client"

import dynamic from "next/dynamic"
import { useRouter } from "next/navigation"
import { useCallback, useEffect, useMemo, useRef, useState } from "react"
import { InPackages } from "@/components/packages/in-packages"
import { onceFocusIsFree } from "@/components/ui/free-focus"
import { Notice } from "@/components/ui/notice"
import { type Block, countWords, minutesToRead, wordsOfBody } from "@/lib/blocks/blocks"
import { limitsOf } from "@/lib/checks/limits"
import type { Receipt } from "@/lib/nodes/receipts"
import { can } from "@/lib/people/can"
import type { Person } from "@/lib/people/people"
import { OF_A_LATER_RELEASE } from "@/lib/story/acts"
import type { Approval } from "@/lib/story/approval"
import type { Aside } from "@/lib/story/aside"
import type { Story, StoryText } from "@/lib/story/story"
import { ActBar } from "./act-bar"
import { askStory } from "./ask-save"
import { BesideTheText } from "./beside-the-text"
import { ConflictScreen } from "./conflict-screen"
import type { Added, DeskNote, Doors, HistoryLine, RelatedLine } from "./doors"
import { useEverKnown } from "./ever-known"
import { HistoryPanel } from "./history-panel"
import { forget } from "./journal"
import { newestOf, remember } from "./newest"
import type { KnownPicture } from "./pictures"
import { Recovery } from "./recovery"
import { RelatedPanel } from "./related-panel"
import { itemOf } from "./related-row"
import { SaveLine } from "./save-line"
import { StoryFields } from "./story-fields"
import styles from "./story-screen.module.css"
import { ToCheck } from "./to-check"
import { useAside } from "./use-aside"
import { useFindings } from "./use-findings"
import { useKnown } from "./use-known"
import { usePresence } from "./use-presence"
import { useSaving } from "./use-saving"
import { WrittenLine } from "./written-line"

const loadEditor = () => import("./body-editor").then((file) => file.BodyEditor)
// In the browser it is on its way before the screen around it is taken over.
const loading = typeof window === "undefined" ? null : loadEditor()
const BodyEditor = dynamic(() => loading ?? loadEditor(), {
  ssr: false,
  loading: () => <p className={styles.opening}>Opening the editor…</p>,
})

export type StoryScreenProps = {
  story: Story
  paperName: string
  person: Person
  /** where readers find it, while they do */
  address: string | null
  sections: readonly SectionHere[]
  topics: readonly { slug: string; name: string }[]
  people: readonly { id: string; name: string }[]
  related: readonly RelatedLine[]
  /** the desk's notes on them, by what they are about */
  notes: Readonly<Record<string, DeskNote>>
  /** and who put them there */
  added: Readonly<Record<string, Added>>
  history: readonly HistoryLine[]
  receipts: readonly Receipt[]
  pictures: Readonly<Record<string, KnownPicture>>
  approval: Approval
  /** is a withdrawal confirmed by typing the word? */
  typed: boolean
  /** the packages that there are, and those that it is in; null: they are not this person's to choose */
  packages: { all: readonly PackageHere[]; own: readonly PackageHere[] } | null
  /** changes that were set aside, and by whom */
  aside: Aside | null
  doors: Doors
}

type PackageHere = { slug: string; name: string }
type SectionHere = { slug: string; name: string; blocking: readonly string[]; limits: unknown }

type Comparison = { of: "kept"; key: string; mine: StoryText; theirs: StoryText; base: StoryText }

/** One story on the desk: its words, what belongs to them, what can be done with it, and what happened to it. */
export function StoryScreen({ doors, ...given }: StoryScreenProps) {
  const { person } = given
  const router = useRouter()
  const [opened] = useState(() => newestOf(given.story))
  const [story, setStory] = useState(opened)
  const taker = useRef<((body: readonly Block[]) => void) | null>(null)
  // Filed or withdrawn by somebody else: the words stay, and what can be done with the story is what can be done with it now.
  const { state, unkept, write, happen, flush, revision, tab } = useSaving({
    ...{ story: opened, personId: person.id, onStory: setStory },
    onTaken: ({ body }) => taker.current?.(body),
  })
  // The editor keeps its own text: another one is taken up by a new editor.
  const [round, setRound] = useState(0)
  // Whoever writes is not interrupted: both texts are shown when they ask for them.
  const [looking, setLooking] = useState(false)
  const [beside, setBeside] = useState(false)
  useEffect(() => {
    // A new story begins with its headline, also where the palette made it and is only just going.
    if (opened.text.headline) return
    return onceFocusIsFree(() => document.querySelector<HTMLElement>("[data-place=headline]")?.focus())
  }, [opened])
  const [recovered, setRecovered] = useState<Comparison | null>(null)
  const text = state.present
  const section = given.sections.find(({ slug }) => slug === text.section)
  const limits = useMemo(() => limitsOf(section?.limits), [section?.limits])
  const findings = useFindings(text, useKnown(story.id, story.revision, limits))
  const writable = can(person, "write", story)

  const aside = useAside({ ...given, story, person, doors, flush, revision, onDone: (done) => renew(done) })
  const present = usePresence({
    ...{ storyId: story.id, tab },
    onRevision: async (newest) => {
      const newer = newest > revision() && !state.sent ? await askStory(story.id) : null
      if (newer) renew(newer)
    },
  })
  const saved = looking &&
    state.theirs && { of: "saved" as const, mine: text, theirs: state.theirs.text, base: state.saved }
  const compared = saved || (recovered ?? aside.compared)
  const renew = (newer: Story) => {
    remember(newer)
    happen({ kind: "overtaken", theirs: newer })
    setStory(newer)
    router.refresh()
  }
  const settle = (merged: StoryText) => {
    if (!saved && !recovered) return aside.settle(merged)
    if (state.theirs) happen({ kind: "merged", text: merged })
    else write(merged)
    if (recovered) void forget(recovered.key)
    setLooking(false)
    setRecovered(null)
    setRound(round + 1)
  }
  const everKnown = useEverKnown(given.related)
  const [linked, setLinked] = useState<readonly RelatedLine[]>([])
  const linkRelated = async (related: Parameters<Doors["linkRelated"]>[0]["related"]) => {
    const answer = await doors.linkRelated({ related })
    if ("problem" in answer) return null
    setLinked((all) => [...all, ...answer.items])
    return { lines: answer.lines, items: answer.items.map(itemOf) }
  }
  const searchOthers = useCallback((q: string) => doors.search({ q, except: story.id }), [doors.search, story.id])
  const acted = (done: Story) => {
    happen({ kind: "moved", theirs: done })
    remember(done)
    setStory(done)
    router.refresh()
  }
  return (
    <div className={styles.screen}>
      {!compared && <h1 className="unseen">{text.headline || "New story"}</h1>}
      <ActBar
        {...{ story, person, state, flush, revision }}
        saveLine={
          <SaveLine
            {...{ state, unkept, present, email: person.email, signIn: doors.signIn }}
            onRetry={() => happen({ kind: "due" })}
            onChoose={() => setLooking(true)}
          />
        }
        address={given.address}
        toCheck={<ToCheck findings={findings} blocking={section?.blocking ?? []} language={text.language} />}
        doors={doors}
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
          related={everKnown}
          onChoose={settle}
          onLater={() => {
            if (saved) setLooking(false)
            else if (recovered) setRecovered(null)
            else aside.later()
          }}
        />
      ) : (
        <div className={`${styles.columns} ${beside ? styles.withPreview : ""}`}>
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
              limit={limits.headline}
              language={text.language}
              readOnly={!writable}
              onWrite={(headline) => write({ headline })}
            />
            <WrittenLine
              label="Standfirst"
              look="standfirst"
              value={text.standfirst}
              maxLength={10_000}
              limit={limits.standfirst}
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
              stories={everKnown}
              search={searchOthers}
              onBody={(body) => write({ body })}
              fields={text}
              onFields={write}
              linkRelated={linkRelated}
              findOurs={async (ids) => {
                const answer = await doors.findPictures({ ids, section: text.section })
                return "problem" in answer ? null : answer.found
              }}
              taker={taker}
            />
            <p className={styles.count}>{lengthIn(text, limits.words)}</p>
          </div>
          <div className={styles.side}>
            <BesideTheText
              {...{ story, text, writable, beside }}
              {...{ paperName: given.paperName, pictures: given.pictures }}
              onBeside={setBeside}
            />
            <StoryFields {...{ text, story, writable, write }} {...given} />
            <RelatedPanel
              storyId={story.id}
              items={text.related}
              known={[...everKnown, ...linked]}
              writable={writable}
              hides={can(person, "suggestions")}
              person={person}
              search={doors.search}
              addLink={doors.addLink}
              readLink={doors.readLink}
              {...{ notes: given.notes, added: given.added }}
              keepNote={(asked) => doors.keepNote({ by: person.id, id: story.id, ...asked })}
              andBack={doors.andBack}
              onItems={(related) => write({ related })}
            />
            {given.packages && <InPackages {...given.packages} storyId={story.id} choose={doors.choosePackages} />}
            <HistoryPanel storyId={story.id} lines={given.history} receipts={given.receipts} />
          </div>
        </div>
      )}
    </div>
  )
}

function lengthIn({ body }: StoryText, limit: number | null) {
  const [count, characters] = [countWords(body), wordsOfBody(body).length]
  const words = count === 1 ? "word" : "words"
  const of = limit === null ? "" : ` of ${limit.toLocaleString("en")}`
  const over = limit !== null && count > limit ? ` (${(count - limit).toLocaleString("en")} too many)` : ""
  const minutes = minutesToRead(count)
  return `${count.toLocaleString("en")}${of} ${words}${over}, ${characters.toLocaleString("en")} characters, ${minutes} ${minutes === 1 ? "minute" : "minutes"} to read`
}

function whyNot(story: Story, person: Person) {
  if (story.status === "withdrawn" || story.status === "spiked")
    return `This story is ${story.status}. ${can(person, "restore") ? "Restore it to go on writing." : "An editor can restore it."}`
  return `This story is ${story.status}: the desk has it. Ask an editor to change it, or to send it back to you.`
}
