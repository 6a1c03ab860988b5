import type { Editor } from "@tiptap/core"
import { closeHistory } from "@tiptap/pm/history"
import type { Node } from "@tiptap/pm/model"
import {
  type EditorState,
  NodeSelection,
  Plugin,
  PluginKey,
  Selection,
  TextSelection,
  type Transaction,
} from "@tiptap/pm/state"
import { Decoration, DecorationSet } from "@tiptap/pm/view"
import { withWords } from "./fields-of"
import { type Found, findIn, patternOf, type Searched, type Sought } from "./found-words"
import { fieldAt, markFields } from "./mark-fields"

type State = {
  pattern: RegExp | null
  searched: Searched
  found: readonly Found[]
  /** the one that was gone to, -1: none, or it was left since */
  at: number
  marks: DecorationSet
}
type Told = { sought?: Sought; at?: number }

const key = new PluginKey<State>("finding")
const NOTHING: State = { pattern: null, searched: new WeakMap(), found: [], at: -1, marks: DecorationSet.empty }

const told = (tr: Transaction, what: Told) => tr.setMeta(key, what)
const stateOf = (state: EditorState) => key.getState(state) ?? NOTHING

/** What was found in the order of reading, and which of it is chosen (-1: none). */
export function foundIn(state: EditorState): { found: readonly Found[]; at: number } {
  const { found, at } = stateOf(state)
  const { from, to } = state.selection
  return { found, at: at >= 0 ? at : found.findIndex((one) => !one.field && one.from === from && one.to === to) }
}

/**
 * Marks in the body what is looked for, whatever marks it has and wherever its runs end, in its words and in the fields of its blocks, until it
 * is taken out again: while nobody looks for anything, nothing is done.
 */
export const finding = {
  begin(editor: Editor) {
    editor.registerPlugin(
      new Plugin<State>({
        key,
        state: { init: () => NOTHING, apply: (tr, before, _old, { doc }) => next(tr, before, doc) },
        props: { decorations: (state) => key.getState(state)?.marks },
        view: () => {
          const marks = markFields()
          return {
            update: (view, before) => {
              const [now, then] = [stateOf(view.state), key.getState(before)]
              if (now !== then) marks.show(view, now.found, now.at)
            },
            destroy: marks.clear,
          }
        },
      }),
    )
  },
  end: (editor: Editor) => void (editor.isDestroyed || editor.unregisterPlugin(key)),
}

function next(tr: Transaction, before: State, doc: Node): State {
  const { sought, at }: Told = tr.getMeta(key) ?? {}
  if (!sought && at === undefined && !tr.docChanged)
    return tr.selectionSet && before.at >= 0 ? { ...before, at: -1 } : before
  const same = { ...before, at: at ?? -1 }
  if (!sought && !tr.docChanged) return same
  const pattern = sought ? patternOf(sought) : before.pattern
  const searched: Searched = sought ? new WeakMap() : before.searched
  const found = pattern ? findIn(doc, pattern, searched) : []
  const inText = found.filter(({ field }) => !field)
  const marks = inText.map(({ from, to }) => Decoration.inline(from, to, { class: "found" }))
  return { ...same, pattern, searched, found, marks: DecorationSet.create(doc, marks) }
}

/** Marks what is found from now on. */
export const lookFor = ({ view, state }: Editor, sought: Sought) =>
  view.dispatch(told(state.tr, { sought }).setMeta("addToHistory", false))

/** Chooses the next one behind the selection (1) or before it (-1), around the end. */
export function goToFound({ view, state }: Editor, by: 1 | -1) {
  const { found, at } = foundIn(state)
  if (!found.length) return
  const { from, to } = state.selection
  const near = by > 0 ? found.findIndex((one) => startOf(one) >= to) : found.findLastIndex((one) => startOf(one) < from)
  const index = at >= 0 ? at + by : by > 0 ? Math.max(near, 0) : near
  view.dispatch(chosen(state.tr, found, (index + found.length) % found.length))
}

const startOf = ({ field, from }: Found) => field?.order ?? from

/** Puts other words in the place of the chosen one, and chooses the next; chooses one where none is chosen. The answer: was there room? */
export function replaceFound(editor: Editor, words: string): boolean {
  const { view, state } = editor
  const { found, at } = foundIn(state)
  const here = found[at]
  if (!here) {
    goToFound(editor, 1)
    return true
  }
  const { tr } = state
  if (!replaced(tr, [here], words)) return false
  const { pattern, searched } = stateOf(state)
  const now = pattern ? findIn(tr.doc, pattern, searched) : []
  // The new words may hold what is looked for: they are passed by.
  let index = at
  while (isWithin(now[index], here, words.length)) index++
  view.dispatch(now[index] ? chosen(tr, now, index) : tr)
  return true
}

const isWithin = (one: Found | undefined, { field, from }: Found, length: number) =>
  one !== undefined && one.field?.pos === field?.pos && one.field?.path === field?.path && one.from < from + length

/** Puts other words in the place of all, as one step that can be undone. `left`: where there was no room. */
export function replaceAllFound({ view, state }: Editor, words: string): { done: number; left: number } {
  const { found } = foundIn(state)
  const tr = closeHistory(state.tr)
  const places = new Map<string, Found[]>()
  for (const one of found) {
    const place = one.field ? `${one.field.pos} ${one.field.path}` : ""
    places.set(place, [...(places.get(place) ?? []), one])
  }
  let left = 0
  // Fields first: they move nothing. In the words, from the end.
  const { "": inText = [], ...fields } = Object.fromEntries(places)
  for (const some of Object.values(fields)) if (!replaced(tr, some, words)) left += some.length
  replaced(tr, inText, words)
  if (tr.docChanged) view.dispatch(tr)
  return { done: found.length - left, left }
}

/** Replaces what was found in one field, or in the words of the body; false, and nothing done, where a field would hold too much. */
function replaced(tr: Transaction, some: readonly Found[], words: string): boolean {
  const field = some[0]?.field
  if (!field) {
    for (const { from, to } of some.toReversed()) tr.insertText(words, from, to)
    return true
  }
  const node = tr.doc.nodeAt(field.pos)
  const now = some.toReversed().reduce((all, { from, to }) => all.slice(0, from) + words + all.slice(to), field.words)
  if (!node || now.length > field.most) return false
  tr.setNodeAttribute(field.pos, ...withWords(node, field.path, now))
  return true
}

/** A place in the words is chosen; of a place in a field, the block, and the field is shown. */
function chosen(tr: Transaction, found: readonly Found[], at: number) {
  const one = found[at]
  if (!one) return tr
  return told(tr.setSelection(selectionOf(tr.doc, one)).scrollIntoView(), { at })
}

function selectionOf(doc: Node, { field, from, to }: Found): Selection {
  if (!field) return TextSelection.create(doc, from, to)
  const node = doc.nodeAt(field.pos)
  if (node?.isAtom) return NodeSelection.create(doc, field.pos)
  return Selection.near(doc.resolve(field.order), field.order > field.pos ? -1 : 1)
}

/** Goes on in the field where the chosen one stands; false where it stands in the words, or none is chosen. */
export function writeThere({ view, state }: Editor): boolean {
  const { found, at } = foundIn(state)
  const one = found[at]
  const element = one?.field && fieldAt(view, one.field)
  if (!element) return false
  element.focus()
  element.setSelectionRange(one.from, one.to)
  return true
}
