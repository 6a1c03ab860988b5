import type { Block } from "../blocks/blocks"
import { canonical } from "../record/canonical"

export type Side = "mine" | "theirs"

/** A block as both sides have it, or the one of them that does. */
export type Pair = { key: string; mine: Block | null; theirs: Block | null; at: Record<Side, number> }

/** What a block says, whatever its id. */
export const contentOf = (block: Block | null | undefined) => (block ? canonical({ ...block, id: "" }) : null)

/** What belongs together: blocks with the same id, or else with the same words under another id, the first such first. */
export function pairBlocks(mine: readonly Block[], theirs: readonly Block[]): Pair[] {
  const ids = new Set(mine.map(({ id }) => id))
  const sameId = new Map(theirs.map((block, at) => [block.id, { block, at }]))
  const sameWords = new Map<string | null, Placed[]>()
  theirs.forEach((block, at) => {
    if (ids.has(block.id)) return
    sameWords.set(contentOf(block), [...(sameWords.get(contentOf(block)) ?? []), { block, at }])
  })
  const pairs = mine.map((block, at): Pair => {
    const other = sameId.get(block.id) ?? sameWords.get(contentOf(block))?.shift()
    if (other) sameId.delete(other.block.id)
    return pairOf(block.id, { block, at }, other)
  })
  return [...pairs, ...[...sameId.values()].map((other) => pairOf(other.block.id, undefined, other))]
}

type Placed = { block: Block; at: number }

const pairOf = (id: string, mine?: Placed, theirs?: Placed): Pair => ({
  key: `block ${id}`,
  mine: mine?.block ?? null,
  theirs: theirs?.block ?? null,
  at: { mine: mine?.at ?? -1, theirs: theirs?.at ?? -1 },
})

/** The pairs in one side's order; what only the other side has stands behind what it follows there. */
export function inOrder(pairs: readonly Pair[], side: Side): Pair[] {
  const ordered = sequence(pairs, side)
  let before = -1
  for (const pair of sequence(pairs, side === "mine" ? "theirs" : "mine")) {
    const at = ordered.indexOf(pair)
    before = at < 0 ? before + 1 : at
    if (at < 0) ordered.splice(before, 0, pair)
  }
  return ordered
}

const sequence = (pairs: readonly Pair[], side: Side) =>
  pairs.filter((pair) => pair[side]).sort((a, b) => a.at[side] - b.at[side])

/** The same blocks; one whose id was there already gets another. */
export function withIdsOnce(blocks: readonly Block[]): Block[] {
  const seen = new Set(blocks.map(({ id }) => id))
  const used = new Set<string>()
  return blocks.map((block) => {
    if (!used.has(block.id)) {
      used.add(block.id)
      return block
    }
    let number = 2
    while (seen.has(numbered(block.id, number))) number++
    seen.add(numbered(block.id, number))
    return { ...block, id: numbered(block.id, number) }
  })
}

const numbered = (id: string, number: number) => `${id.slice(0, 56)}-${number}`
