import { leadsTo } from "./links"
import type { Look } from "./runs"
import type { Element } from "./tree"

/** How the words of an element are set: by its name, then by its style, else as around it. */
export function lookOf({ name, attributes, style }: Element, around: Look, origin: string): Look {
  const link = name === "a" && attributes.href !== undefined ? leadsTo(attributes.href, origin) : around.link
  return {
    bold: boldBy(style["font-weight"]) ?? (BOLD.has(name) || around.bold),
    italic: italicBy(style["font-style"]) ?? (ITALIC.has(name) || around.italic),
    link,
    pre: preBy(style["white-space"] ?? style["white-space-collapse"]) ?? (name === "pre" || around.pre),
  }
}

const BOLD = new Set(["b", "strong"])
const ITALIC = new Set(["i", "em", "cite", "dfn", "var"])

function boldBy(weight: string | undefined) {
  if (weight === "bold" || weight === "bolder") return true
  if (weight === "normal" || weight === "lighter") return false
  const number = Number.parseInt(weight ?? "", 10)
  return Number.isNaN(number) ? undefined : number >= 600
}

function italicBy(style: string | undefined) {
  if (style === undefined || style === "inherit") return undefined
  return /^(?:italic|oblique)/.test(style)
}

function preBy(space: string | undefined) {
  if (space === undefined || space === "inherit") return undefined
  return /^(?:pre|break-spaces)/.test(space)
}
