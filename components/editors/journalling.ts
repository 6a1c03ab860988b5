import { isUnsaved, type Saving } from "@/lib/story/saving"
import { forget, keep } from "./journal"

/** At most so long is what was typed in this page's memory alone, in milliseconds. */
const SOON = 80
/** Where the browser cannot keep it, it is asked again less often. */
const LATER = 2_000

/**
 * Keeps the state of a screen in the browser's journal while the server lacks something of it: writes follow one another, each with what
 * is there by then. `onTrouble`: whether the browser could keep it.
 */
export function journalling(key: string, state: () => Saving, onTrouble: (trouble: boolean) => void) {
  let due: ReturnType<typeof setTimeout> | undefined
  let writing: Promise<void> | undefined
  /** what was written last; null: nothing is there */
  let written: Saving | null = null
  let troubled = false
  const told = (trouble: boolean) => {
    if (trouble !== troubled) onTrouble(trouble)
    troubled = trouble
  }

  async function write() {
    clearTimeout(due)
    due = undefined
    const now = state()
    if (isUnsaved(now)) {
      const { revision, saved, present, sent } = now
      await keep({ key, at: Date.now(), revision, base: saved, sent: sent?.changes ?? null, text: present })
      written = now
    } else if (written) {
      await forget(key)
      written = null
    }
  }

  /** Done when everything typed until now is kept, or could not be. */
  async function now(): Promise<void> {
    while (writing) await writing
    if (isKept()) return
    writing = write()
      .then(() => told(false))
      .catch(() => told(true))
      .finally(() => {
        writing = undefined
      })
    await writing
  }

  const isKept = () =>
    isUnsaved(state()) ? written?.present === state().present && written.sent === state().sent : !written

  function soon() {
    due ??= setTimeout(
      () => {
        due = undefined
        void now().then(() => isKept() || soon())
      },
      troubled ? LATER : SOON,
    )
  }

  return { now, soon }
}
