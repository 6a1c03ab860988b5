/** What shows that an act reached readers. */
export type Receipt = {
  /** of the event */
  position: number
  /** the version that it made, and the SHA-256 of its words */
  version: number | null
  sha256: string | null
  /** its number in the sealed record; null: not sealed yet */
  entry: number | null
  /** nodes that gave readers what the act made, with the milliseconds since the act */
  confirmed: { node: string; milliseconds: number }[]
  /** nodes that serve now, did when it happened, and have not confirmed it */
  waiting: string[]
  /** webhooks that took the news of it, of those that were to be told */
  told: { taken: number; of: number }
  /** paths of feeds and sitemaps that the act changed */
  carriedBy: string[]
}

/** In a sentence each: for the story's history in the newsroom. */
export function sentencesOf({ sha256, entry, confirmed, waiting, told, carriedBy }: Receipt): string[] {
  const nodes = confirmed.map(({ node, milliseconds }) => `${node} after ${milliseconds.toLocaleString("en")} ms`)
  return [
    ...(nodes.length ? [`Readers have it from ${nodes.join(", ")}.`] : ["No node has confirmed it."]),
    ...(waiting.length ? [`Not confirmed by ${waiting.join(", ")}.`] : []),
    entry === null ? "Not in the record yet: that takes a second." : `Entry ${entry} of the record.`,
    ...(sha256 ? [`SHA-256 of the text: ${sha256}.`] : []),
    ...(told.of ? [`${told.taken} of ${told.of} webhooks took the news.`] : []),
    ...(carriedBy.length ? [`Told in ${carriedBy.join(", ")}.`] : []),
  ]
}
