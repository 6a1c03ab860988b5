import { momentOf } from "../dates"
import type { Arrangement, Slot } from "./arrangement"
import { replacedBy } from "./timetable"

/** What somebody did to a page, in words, as the record tells it after their name. */
export function changeInWords(
  rows: readonly Arrangement[],
  change: Arrangement,
  headlineOf: (story: string) => string,
): string {
  const coming = change.from.getTime() !== change.madeAt.getTime()
  const at = momentOf(change.from)
  if (change.kind === "cancel") return `cancelled what was to take effect on ${at}`
  if (change.kind === "put back") {
    const what = change.of === 0 ? "took every slot away" : `put arrangement ${change.of} back`
    return coming ? `${what}, from ${at}` : what
  }
  const said = inOneLine(differences(replacedBy(rows, change)?.slots ?? [], change.slots, headlineOf))
  return coming ? `for ${at}: ${said}` : said
}

/** From one arrangement to another, a part of a sentence for each difference. */
export function differences(
  before: readonly Slot[],
  after: readonly Slot[],
  headlineOf: (story: string) => string,
): string[] {
  const named = ({ story }: Slot) => `“${headlineOf(story)}”`
  const had = (slot: Slot) => before.find(({ story }) => story === slot.story)
  const added = after.filter((slot) => !had(slot)).map((slot) => `gave ${named(slot)} a slot as ${slot.size}`)
  const gone = before.filter((slot) => !after.some(({ story }) => story === slot.story))
  const taken = gone.map((slot) => `took ${named(slot)} away`)
  const dressed = after.flatMap((slot) => {
    const earlier = had(slot)
    return earlier ? wordsOfSlot(earlier, slot, named(slot)) : []
  })
  return [...added, ...taken, ...moved(before, after).map((slot) => `moved ${named(slot)}`), ...dressed]
}

function wordsOfSlot(before: Slot, after: Slot, name: string): string[] {
  const words: string[] = []
  if (before.size !== after.size) words.push(`made ${name} a ${after.size}`)
  if (before.headline !== after.headline)
    words.push(after.headline ? `headed ${name} “${after.headline}”` : `gave ${name} its own headline`)
  if (before.kicker !== after.kicker) words.push(`changed the kicker of ${name}`)
  if (before.picture !== after.picture) words.push(`changed the picture of ${name}`)
  if (before.until !== after.until)
    words.push(after.until ? `pinned ${name} until ${momentOf(new Date(after.until))}` : `unpinned ${name}`)
  return words
}

/** The fewest slots that have to move for the old order to become the new one: those outside the longest common run. */
function moved(before: readonly Slot[], after: readonly Slot[]): Slot[] {
  const kept = after.filter(({ story }) => before.some((slot) => slot.story === story))
  const places = kept.map(({ story }) => before.findIndex((slot) => slot.story === story))
  const longest: number[][] = []
  places.forEach((place, index) => {
    const runs = longest.filter((run) => (places[run.at(-1) ?? 0] ?? 0) < place)
    const best = runs.reduce<number[]>((a, b) => (b.length > a.length ? b : a), [])
    longest.push([...best, index])
  })
  const still = new Set(longest.reduce<number[]>((a, b) => (b.length > a.length ? b : a), []))
  return kept.filter((_, index) => !still.has(index))
}

function inOneLine(words: readonly string[]): string {
  if (words.length === 0) return "saved the page as it was"
  return words.length === 1 ? `${words[0]}` : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`
}
