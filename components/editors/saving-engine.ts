import { holdsNothing, holdsUnsaved } from "@/components/ui/unsaved"
import { after, begin, type Happening, isUnsaved, next, type Save, type Saving } from "@/lib/story/saving"
import type { Story, StoryText } from "@/lib/story/story"
import { askSave, askStory } from "./ask-save"
import { hold, newPlace } from "./journal"
import { journalling } from "./journalling"
import { remember } from "./newest"

/** Whoever writes without a pause is saved this often, in milliseconds. */
const LONGEST_WAIT = 4_000
/** A disk that does not answer by then keeps nothing from the server. */
const DISK = 2_000

type Given = { story: Story; personId: string }

/** What a screen is told. */
export type Listener = {
  onState: (state: Saving, unkept: boolean) => void
  /** the story as an answer told it, with what can be done with it now */
  onStory: (story: Story) => void
  /** words of others came into the text: what shows the body takes them up, before anything else is typed into it */
  onTaken: (text: StoryText) => void
}

type SavingEngine = ReturnType<typeof savingEngine>

/** Those of this page whose screen was left with something unsaved: who comes back goes on with it. */
const left = new Map<string, SavingEngine>()

/** The engine of a story for the screen that opens it. */
export function engineFor(given: Given): SavingEngine {
  return left.get(`${given.personId} ${given.story.id}`) ?? savingEngine(given)
}

/**
 * Carries out what lib/story/saving.ts decides: timers, requests, and the journal in the browser. It outlives the screen: who goes to
 * another one while something is not saved yet has it saved meanwhile.
 */
function savingEngine({ story, personId }: Given) {
  const { key, tab } = newPlace(personId, story.id)
  const name = `${personId} ${story.id}`
  let state = begin(story.revision, story.text)
  let listener: Listener | null = null
  let unkept = false
  let asking = false
  let timer: ReturnType<typeof setTimeout> | undefined
  /** what the timer was set for: only a first attempt is put off by typing */
  let timedFor = ""
  let changedSince = 0
  const waiting: ((saved: boolean) => void)[] = []
  const tell = () => listener?.onState(state, unkept)
  const journal = journalling(
    key,
    () => state,
    (trouble) => {
      unkept = trouble
      tell()
    },
  )

  function happen(happening: Happening) {
    const before = state
    state = after(before, happening)
    if (state === before) return
    tell()
    if (state.taken !== before.taken) listener?.onTaken(state.present)
    journal.soon()
    if (isUnsaved(state)) holdsUnsaved(engine.flush)
    else holdsNothing(engine.flush)
    if (state.phase === "saved") left.delete(name)
    carryOut()
    if (state.phase === "changed" || state.phase === "saving") return
    for (const settled of waiting.splice(0)) settled(state.phase === "saved")
  }

  function carryOut() {
    const todo = next(state)
    if (todo.kind === "send" && !asking) void attempt(todo)
    const { phase, number, failures } = state
    const from = `${phase} ${number} ${failures}`
    if (phase === "changed") changedSince ||= Date.now()
    else changedSince = 0
    if (phase !== "changed" && from === timedFor) return
    clearTimeout(timer)
    timedFor = from
    if (todo.kind === "wait") wait(todo.milliseconds)
  }

  function wait(milliseconds: number) {
    const longest = changedSince ? changedSince + LONGEST_WAIT - Date.now() : milliseconds
    // Whoever has left the screen makes no more pauses; and what failed waits in the journal for their return.
    const pause = listener ? Math.max(0, Math.min(milliseconds, longest)) : 0
    if (listener || changedSince) timer = setTimeout(() => happen({ kind: "due" }), pause)
  }

  async function attempt(save: Save) {
    asking = true
    // First on the own disk, then on its way.
    await Promise.race([journal.now(), new Promise((done) => setTimeout(done, DISK))])
    const answer = await askSave({ as: personId, id: story.id, tab }, save)
    asking = false
    const { number } = save
    if ("saved" in answer) {
      const { text, ...told } = answer.saved
      happen({ kind: "saved", number, revision: told.revision, slug: text.slug })
      heard({ ...told, text: { ...state.saved, slug: text.slug } })
    } else if ("stale" in answer) {
      const { revision, text } = answer.stale
      happen({ kind: "stale", number, theirs: { revision, text } })
      heard(answer.stale)
    } else {
      happen({ kind: answer.failure, number, problem: answer.problem })
      // The server knows something of the story that this screen does not: filed, or withdrawn by somebody else.
      const now = answer.failure === "refused" ? await askStory(story.id) : null
      if (now) heard(now)
    }
  }

  function heard(now: Story) {
    remember(now)
    listener?.onStory(now)
  }

  /** What was just typed is kept and sent at once. */
  function hurry() {
    if (state.phase === "changed") happen({ kind: "due" })
    void journal.now()
  }

  /** Whoever comes back may have signed in elsewhere, or be on another line: it is tried again. */
  const seen = () => (document.visibilityState === "hidden" ? hurry() : again())
  const again = () => state.phase !== "refused" && happen({ kind: "due" })
  const warn = (event: BeforeUnloadEvent) => {
    hurry()
    if (isUnsaved(state)) event.preventDefault()
  }

  const engine = {
    tab,
    state: () => state,
    happen,
    /** A screen shows the story; it is told everything until it lets go. */
    show(shown: Listener) {
      hold(key)
      listener = shown
      left.delete(name)
      timedFor = ""
      carryOut()
      addEventListener("online", again)
      addEventListener("pagehide", hurry)
      addEventListener("beforeunload", warn)
      document.addEventListener("visibilitychange", seen)
      return () => {
        listener = null
        hurry()
        if (isUnsaved(state)) left.set(name, engine)
        removeEventListener("online", again)
        removeEventListener("pagehide", hurry)
        removeEventListener("beforeunload", warn)
        document.removeEventListener("visibilitychange", seen)
      }
    },
    /** Saves what is not saved yet; true once the server has everything. */
    async flush() {
      for (let round = 0; round < 5 && isUnsaved(state); round++) {
        if (state.phase === "stale") return false
        const settled = new Promise<boolean>((done) => waiting.push(done))
        happen({ kind: "due" })
        if (!(await settled)) return false
      }
      return !isUnsaved(state)
    },
  }
  return engine
}
