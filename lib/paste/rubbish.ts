import type { Element } from "./tree"

/** Elements that hold nothing of the text: programs, looks, forms and the ways round a page. */
const NAMES = new Set(
  (
    "head style script noscript template title meta link base xml object embed applet canvas svg map nav menu dialog " +
    "button input select textarea datalist progress meter audio video track source del o:p w:sdtpr rp colgroup col"
  ).split(" "),
)

const ROLES = new Set(["button", "navigation", "menu", "menubar", "toolbar", "search", "tooltip"])

/** Word's deletions and the marks of its comments and notes; Wikipedia's “[edit]”; mail programs' reading aids. */
const CLASSES =
  / (?:msodel|msocommentreference|msofootnotereference|msoendnotereference|msocommenttext|msocomanchor|mw-editsection|navbox|noprint|skip-link) /

/** What of Word's is marked by its style alone. */
const ELEMENTS_OF_WORD = new Set(["comment", "comment-list", "endnote-separator", "footnote-separator"])

/** Is this nothing that a reader of the source sees, or a tool of the page and none of its words? */
export function isRubbish(element: Element): boolean {
  const { name, attributes, style, classes } = element
  if (NAMES.has(name) || ROLES.has(attributes.role ?? "")) return true
  return isHidden(element) || CLASSES.test(classes) || isAnchorOfNote(element, style["mso-element"] ?? "")
}

function isHidden({ attributes, style }: Element) {
  if (attributes.hidden !== undefined && attributes.hidden !== "until-found") return true
  return style.display === "none" || style.visibility === "hidden" || style["mso-hide"] === "all"
}

function isAnchorOfNote({ name, attributes, style }: Element, element: string) {
  if (ELEMENTS_OF_WORD.has(element)) return true
  if (["mso-footnote-id", "mso-endnote-id"].some((one) => style[one] !== undefined)) return true
  // The line that Word draws above its notes.
  if (name === "hr" && attributes.width === "33%") return true
  // LibreOffice's and mammoth's.
  return name === "a" && /^(?:#(?:sdfootnote\d|sdendnote\d|footnote-|endnote-|comment-))/.test(attributes.href ?? "")
}
