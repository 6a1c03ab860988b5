/** Where readers meet a story, and who else in the newsroom leads to it: what changes when it goes. */
export type Impact = {
  /** the pages that list it, by name, with their addresses */
  lists: { name: string; address: string }[]
  /** places that an editor gave it: on which page, which in order, and when it is only from a later moment on */
  slots: { page: string; place: number; from: Date | null }[]
  /** public stories that show it in their related news, as a card in their text, or lead to it in their words */
  shownBy: { id: string; headline: string; address: string; how: "related" | "card" | "text" }[]
  /** stories that would: their drafts name it, and readers do not see it there (yet) */
  namedBy: { id: string; headline: string }[]
}

/** The same in sentences, for whoever decides. Feeds, search, sitemaps and share pictures follow the story by themselves. */
export function sentencesOf({ lists, slots, shownBy, namedBy }: Impact): string[] {
  const related = shownBy.filter(({ how }) => how === "related")
  const cards = shownBy.filter(({ how }) => how === "card")
  const words = shownBy.filter(({ how }) => how === "text")
  return [
    slots.length > 0 && `It has a place on ${listed(slots.map(slotWords))}: what follows moves up.`,
    related.length > 0 && `It is in the related news of ${listed(related.map(quoted))}: it disappears there.`,
    cards.length > 0 && `It is a card in the text of ${listed(cards.map(quoted))}: it disappears there.`,
    words.length > 0 && `It is linked in the text of ${listed(words.map(quoted))}: the words stay, the link goes.`,
    lists.length > 0 && `It is listed on ${listed(lists.map(({ name }) => name))}, and in search, sitemaps and feeds.`,
    namedBy.length > 0 && `Drafts that name it: ${listed(namedBy.map(quoted))}.`,
  ].filter((sentence) => sentence !== false)
}

/** A live story whose draft has another address: where readers have it, and where they will. */
export type Move = { from: string; to: string }

/** What a change of slug or section brings with it, in sentences. */
export function sentencesOfMove({ from, to }: Move, { slots, shownBy }: Pick<Impact, "slots" | "shownBy">): string[] {
  const [before, after] = [from, to].map((address) => address.split("/")[1])
  return [
    `Readers will find it at ${to}. ${from} leads there for good, and so does every link to it from outside.`,
    before !== after && `It leaves the pages and feeds of /${before} and comes onto those of /${after}.`,
    shownBy.length > 0 && `${listed(shownBy.map(quoted))} will lead to the new address.`,
    slots.length > 0 && `It has a place on ${listed(slots.map(slotWords))}, which it keeps.`,
  ].filter((sentence) => sentence !== false)
}

const MOST = 5

const quoted = ({ headline }: { headline: string }) => `“${headline || "a story without a headline"}”`

const slotWords = ({ page, place, from }: Impact["slots"][number]) =>
  `${page} (place ${place}${from ? ", from a later moment on" : ""})`

function listed(names: readonly string[]) {
  const [first = "", ...others] = [...new Set(names)]
  if (others.length === 0) return first
  const shown = [first, ...others].slice(0, MOST)
  const more = others.length + 1 - shown.length
  const last = more > 0 ? `${more} more` : shown.pop()
  return `${shown.join(", ")} and ${last}`
}
