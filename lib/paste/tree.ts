/** A node of foreign HTML, as little of it as the rules need. */
export type Node = string | Element
export type Element = {
  /** in small letters */
  name: string
  attributes: Readonly<Record<string, string>>
  /** the declarations of its style attribute, in small letters */
  style: Readonly<Record<string, string>>
  /** the classes, in small letters, with a space around each */
  classes: string
  children: Node[]
}

/** What a browser's DOM and any parser's tree have in common. */
export type DomLike = {
  nodeType: number
  nodeName: string
  nodeValue: string | null
  attributes?: ArrayLike<{ name: string; value: string }>
  childNodes: ArrayLike<DomLike>
}

/** Deeper than this nothing is nested; what is, stands beside each other at this depth (as in Chrome, which ends at 512). */
const DEEPEST = 400

/** A DOM as plain nodes: elements and words, comments left out. However deep it is, the stack holds. */
export function treeOf(root: DomLike): Element {
  const tree = elementOf(root)
  const open: Open[] = [{ nodes: root.childNodes, into: tree.children, of: tree.name, depth: 0, at: 0 }]
  for (let here = open.at(-1); here; here = open.at(-1)) {
    const child = here.nodes[here.at++]
    if (!child) open.pop()
    else if (child.nodeType === TEXT) here.into.push(child.nodeValue ?? "")
    else if (child.nodeType === ELEMENT) {
      const element = elementOf(child)
      here.into.push(element)
      // What stands in a table beside its cells would not be read as words of it.
      const deep = here.depth >= DEEPEST && !OF_TABLES.has(here.of)
      const inside = deep ? { into: here.into, of: here.of } : { into: element.children, of: element.name }
      open.push({ nodes: child.childNodes, ...inside, depth: here.depth + 1, at: 0 })
    }
  }
  return tree
}

type Open = { nodes: ArrayLike<DomLike>; into: Node[]; of: string; depth: number; at: number }

const OF_TABLES = new Set(["table", "thead", "tbody", "tfoot", "tr"])

const ELEMENT = 1
const TEXT = 3

function elementOf({ nodeName, attributes }: DomLike): Element {
  const given: Record<string, string> = {}
  for (const { name, value } of Array.from(attributes ?? [])) given[name.toLowerCase()] = value
  return {
    name: nodeName.toLowerCase(),
    attributes: given,
    style: given.style ? styleOf(given.style) : NONE,
    classes: given.class ? ` ${given.class.toLowerCase().replace(/\s+/g, " ").trim()} ` : "",
    children: [],
  }
}

const NONE = {}

/** The declarations of a style attribute. Word's own (mso-list, mso-hide) are among them, which a browser would drop. */
function styleOf(style: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const declaration of style.toLowerCase().split(";")) {
    const colon = declaration.indexOf(":")
    if (colon > 0) found[declaration.slice(0, colon).trim()] = declaration.slice(colon + 1).trim()
  }
  return found
}

export const isElement = (node: Node | undefined): node is Element => typeof node === "object"

export const childrenNamed = (element: Element, ...names: string[]) =>
  element.children.filter((child): child is Element => isElement(child) && names.includes(child.name))

/** The first element within that fits, in the order of the text. */
export function findIn(element: Element, fits: (one: Element) => boolean): Element | undefined {
  for (const child of element.children) {
    if (!isElement(child)) continue
    const found = fits(child) ? child : findIn(child, fits)
    if (found) return found
  }
  return undefined
}

/** The words within, as they stand. */
export const textIn = (node: Node): string => (isElement(node) ? node.children.map(textIn).join("") : node)
