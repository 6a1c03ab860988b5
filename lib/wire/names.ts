import type { Cuts } from "./roles"
import { labelLength } from "./wording"

const BY = /^(?:by|door|par|von|van|from|de)\b:? /i
const BETWEEN = /,? (?:and|en|et|und|&) |, /g

/** “By Jane Doe and John Roe”: the word is a mark, each name a name. What is not clearly several names stays one. */
export function bylineCuts(text: string): Cuts {
  const start = labelLength(text, "byline") || (BY.exec(text)?.[0].length ?? 0)
  const names: [at: number, role: "name" | "mark"][] = [[start, "name"]]
  for (const match of text.slice(start).matchAll(BETWEEN)) {
    names.push([start + match.index, "mark"], [start + match.index + match[0].length, "name"])
  }
  const single = text.slice(start).split(BETWEEN).every(isName) ? names : names.slice(0, 1)
  return start > 0 ? [[0, "mark"], ...single] : single
}

const isName = (text: string) =>
  /^\p{Lu}\S*(?: \S+){1,3}$/u.test(text) && / \p{Lu}\S*$/u.test(text) && !/[()@/]/.test(text)
