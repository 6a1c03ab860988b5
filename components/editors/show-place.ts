import type { Editor } from "@tiptap/core"
import type { Found } from "@/lib/checks/findings"
import type { RuleName } from "@/lib/checks/rules"

/** Which field of a block a check is of, by its label. */
const FIELDS: Partial<Record<RuleName, string>> = {
  caption: "Caption",
  cutCaption: "Caption",
  credit: "Credit",
  description: "Alternative text",
  speaker: "Speaker",
}

/** Leads to where something was found: a field gets the focus, and its words are marked as if somebody had chosen them, so that typing mends them. */
export function showPlace({ at, passage, rule }: Found): void {
  const element = elementOf(at)
  if (!element) return
  element.scrollIntoView({ block: "center" })
  const label = [...element.querySelectorAll("label")].find(({ textContent }) => textContent === FIELDS[rule])
  // What cuts a passage short is not of the text.
  const words = passage.replace(/^… | …$/g, "")
  if (label?.control instanceof HTMLElement) label.control.focus()
  else if (typeof at !== "string") choose(element, words)
  else {
    element.focus()
    if (element instanceof HTMLTextAreaElement) chooseIn(element, words)
  }
}

function choose(element: HTMLElement, words: string) {
  document.querySelector<HTMLElement>("#body-text")?.focus()
  getSelection()?.selectAllChildren(element)
  const range = words && rangeOf(element, words)
  if (range) getSelection()?.setBaseAndExtent(...range)
}

function chooseIn(field: HTMLTextAreaElement, words: string) {
  const from = words ? field.value.indexOf(words) : -1
  if (from >= 0) field.setSelectionRange(from, from + words.length)
}

/** Where these words stand in an element, over the borders of what is bold or a link. */
function rangeOf(element: Element, words: string): [Node, number, Node, number] | null {
  const from = element.textContent?.indexOf(words) ?? -1
  if (from < 0) return null
  const [start, end] = [placeIn(element, from + 1), placeIn(element, from + words.length)]
  return start && end ? [start[0], start[1] - 1, end[0], end[1]] : null
}

/** The text node that holds a character of an element, counted from 1, and how far it is in there. */
function placeIn(element: Element, character: number): [Node, number] | null {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  let before = 0
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const { length } = text.textContent ?? ""
    if (before + length >= character) return [text, character - before]
    before += length
  }
  return null
}

/** A block's own element, whatever draws it: not every block carries its id on the page. */
function elementOf(at: Found["at"]): HTMLElement | null {
  const body = document.querySelector<HTMLElement & { editor?: Editor }>("#body-text")
  if (at === "body") return body
  if (typeof at === "string") return document.querySelector<HTMLElement>(`[data-place="${at}"]`)
  let found: unknown = null
  body?.editor?.state.doc.forEach((node, position) => {
    if (node.attrs.id === at.block) found = body.editor?.view.nodeDOM(position)
  })
  return found instanceof HTMLElement ? found : null
}
