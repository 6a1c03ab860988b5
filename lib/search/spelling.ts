/** How many letters must be changed, added, left out or swapped with their neighbour to make one word of the other. */
export function distance(one: string, other: string): number {
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= one.length; i++) {
    const row = [i]
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      row.push(
        Math.min(
          at(rows, i - 1, j) + 1,
          (row[j - 1] ?? 0) + 1,
          at(rows, i - 1, j - 1) + same,
          swapped ? at(rows, i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      )
    }
    rows.push(row)
  }
  return at(rows, one.length, other.length)
}

const at = (rows: readonly number[][], i: number, j: number) => rows[i]?.[j] ?? 0

/** A word of the vocabulary, and how many live stories hold it. */
export type Known = { word: string; stories: number }

/** What somebody meant who wrote this word, bare: the nearest known word, the more common one of two; none that is far. */
export function meant(written: string, known: readonly Known[]): string | null {
  const farthest = written.length > 5 ? 2 : 1
  const near = known
    .map((one) => ({ ...one, far: distance(written, one.word) }))
    .filter(({ far }) => far > 0 && far <= farthest)
  near.sort((a, b) => a.far - b.far || b.stories - a.stories || (a.word < b.word ? -1 : 1))
  return near[0]?.word ?? null
}
