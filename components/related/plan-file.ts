import { bytesOf, LARGEST_PART } from "@/lib/few-bytes"
import { refusalIn } from "@/lib/form-answer"
import { MOST_STORIES, type Plan } from "@/lib/related/bulk"
import { type BadLine, type FileLine, type FileRead, readFile } from "@/lib/related/files"
import type { Refusal } from "@/lib/story/acts"
import type { PlanFileDoor } from "./doors"
import { isPlanned } from "./keep-plan"

/** So many lines are asked about at once; those of one story stay together. */
const TOGETHER = 400
/** So many lines one story has at most; a list holds fewer. */
const OF_ONE = 200
const LARGEST = 60_000_000

type Given = {
  file: File
  /** are the lines all that each story is to have? */
  whole: boolean
  door: PlanFileDoor
  /** so many lines of so many were looked at */
  onStep: (done: number, of: number) => void
}
type Planned = { plan: Plan; bad: BadLine[] } | (Refusal & { bad: BadLine[] })

const refuse = (refused: string, bad: BadLine[] = []): Planned => ({ refused, because: "bad input", bad })

/** Reads a file, and asks what its lines would do. */
export async function planFile({ file, whole, door, onStep }: Given): Promise<Planned> {
  if (file.size > LARGEST) return refuse("This file is larger than 60 MB. Split it.")
  const text = textOf(await file.arrayBuffer())
  if (text === null) return refuse("This file is not in UTF-8. Save it as “CSV UTF-8”, and choose it again.")
  const read = readFile(text)
  if (whole && read.bad.some(({ story }) => story === null))
    return refuse(
      "Some lines do not say whose they are, so the file cannot stand for whole lists. Mend them, or let the lines be added.",
      read.bad,
    )
  return ask(read, { whole, door, onStep })
}

function textOf(bytes: ArrayBuffer): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

async function ask({ lines, bad }: FileRead, { whole, door, onStep }: Omit<Given, "file">): Promise<Planned> {
  const { parts, long } = partsOf(lines)
  const all = [...bad, ...long]
  const spoiled = [...new Set(bad.flatMap(({ story }) => story ?? []))]
  const plan: Plan = { what: "import", about: [], undoes: null, lines: [], same: 0 }
  let done = 0
  for (const part of parts) {
    onStep(done, lines.length)
    const stories = new Set(part.map(({ story }) => story))
    const answer = await door({ lines: part, whole, spoiled: spoiled.filter((id) => stories.has(id)) })
    if (!("plan" in answer)) return refuse(refusalIn(answer) ?? "", all)
    plan.lines.push(...answer.plan.lines)
    plan.same += answer.plan.same
    all.push(...answer.bad)
    done += part.length
  }
  all.sort((one, other) => one.line - other.line)
  const changed = plan.lines.filter(isPlanned).length
  if (changed > MOST_STORIES)
    return refuse(
      `This would change ${changed} stories, and ${MOST_STORIES} are changed at once at most. Split the file.`,
      all,
    )
  return { plan, bad: all }
}

function partsOf(lines: readonly FileLine[]) {
  const ofStory = new Map<string, FileLine[]>()
  for (const line of lines) {
    const own = ofStory.get(line.story)
    if (own) own.push(line)
    else ofStory.set(line.story, [line])
  }
  const parts: FileLine[][] = []
  const long: BadLine[] = []
  let bytes = 0
  for (const own of ofStory.values()) {
    const [[first], more] = [own, bytesOf(own)]
    const last = parts.at(-1)
    const sentence = tooMuch(own.length, more)
    if (first && sentence) long.push({ line: first.line, story: first.story, sentence })
    else if (last && last.length + own.length <= TOGETHER && bytes + more <= LARGEST_PART) {
      last.push(...own)
      bytes += more
    } else {
      parts.push([...own])
      bytes = more
    }
  }
  return { parts, long }
}

function tooMuch(lines: number, bytes: number): string | null {
  if (lines > OF_ONE) return `Its story has ${lines} lines, and ${OF_ONE} are the most: none was taken.`
  const larger = `The lines of its story hold ${(bytes / 1_000_000).toFixed(1)} MB, and 2 MB are the most: none was taken.`
  return bytes > LARGEST_PART ? larger : null
}
