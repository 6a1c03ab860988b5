// A Merkle tree as RFC 9162, 2.1 has it, over leaf hashes in the order of the record. Hashes are lower-case hexadecimal; whoever
// calls brings the hash of two (SHA-256 of 0x01 and both), so that this works wherever there is one.

export type Pair = (left: string, right: string) => string

/** A whole subtree: 2^level leaves, the index-th of its level. */
export type Subtree = { level: number; index: number }

/** Leaves from `start` on and before `end`. */
export type Range = { start: number; end: number }

/** The largest power of two that is smaller than n; n is 2 at least. */
function splitOf(n: number): number {
  let k = 1
  while (k * 2 < n) k *= 2
  return k
}

/** The whole subtrees that these leaves are made of, the largest first. `start` lies where a tree of that size would begin. */
export function subtreesOf({ start, end }: Range): Subtree[] {
  const found: Subtree[] = []
  for (let at = start; at < end; ) {
    let level = 0
    while (at % 2 ** (level + 1) === 0 && at + 2 ** (level + 1) <= end) level++
    found.push({ level, index: at / 2 ** level })
    at += 2 ** level
  }
  return found
}

/** One hash of several whole subtrees, the largest first: the head of what they make together. */
export function joined(hashes: readonly string[], pair: Pair): string {
  return hashes.reduceRight((right, left) => pair(left, right))
}

/** The subtrees that are whole now that this leaf is there, its own first; `sibling` has the hash of one that was there before. */
export function grownBy(leaf: number, hash: string, sibling: (subtree: Subtree) => string, pair: Pair) {
  const grown: (Subtree & { hash: string })[] = [{ level: 0, index: leaf, hash }]
  for (let level = 0, index = leaf; index % 2 === 1; level++) {
    const last = grown[grown.length - 1]?.hash ?? hash
    index = (index - 1) / 2
    grown.push({ level: level + 1, index, hash: pair(sibling({ level, index: index * 2 }), last) })
  }
  return grown
}

/** What proves that leaf number `leaf` is in a tree of `size` leaves: the hashes of these, in this order (2.1.3.1). */
export function inclusionOf(leaf: number, size: number): Range[] {
  return path(leaf, 0, size)
}

function path(leaf: number, start: number, end: number): Range[] {
  if (end - start <= 1) return []
  const middle = start + splitOf(end - start)
  return leaf < middle
    ? [...path(leaf, start, middle), { start: middle, end }]
    : [...path(leaf, middle, end), { start, end: middle }]
}

/** What proves that a tree of `size` leaves began as one of `older` leaves (2.1.4.1). */
export function consistencyOf(older: number, size: number): Range[] {
  return older === 0 || older === size ? [] : subproof(older, 0, size, true)
}

function subproof(older: number, start: number, end: number, whole: boolean): Range[] {
  if (older === end - start) return whole ? [] : [{ start, end }]
  const half = splitOf(end - start)
  const middle = start + half
  return older <= half
    ? [...subproof(older, start, middle, whole), { start: middle, end }]
    : [...subproof(older - half, middle, end, false), { start, end: middle }]
}

const parents = (fn: number, sn: number) => [Math.floor(fn / 2), Math.floor(sn / 2)] as [number, number]

/** As far up as the node stays a left one. */
function upToRight(fn: number, sn: number): [number, number] {
  return fn % 2 === 0 && fn !== 0 ? upToRight(...parents(fn, sn)) : [fn, sn]
}

/** Does this proof lead from the leaf to the root? (2.1.3.2) */
export function isIncluded(
  {
    leaf,
    index,
    size,
    proof,
    root,
  }: { leaf: string; index: number; size: number; proof: readonly string[]; root: string },
  pair: Pair,
): boolean {
  if (index < 0 || index >= size) return false
  let [fn, sn, hash] = [index, size - 1, leaf]
  for (const other of proof) {
    if (sn === 0) return false
    if (fn % 2 === 1 || fn === sn) {
      hash = pair(other, hash)
      ;[fn, sn] = upToRight(fn, sn)
    } else hash = pair(hash, other)
    ;[fn, sn] = parents(fn, sn)
  }
  return sn === 0 && hash === root
}

type Heads = { older: number; olderRoot: string; size: number; root: string; proof: readonly string[] }

/** Does this proof show that the later tree began as the earlier one? (2.1.4.2) */
export function isConsistent({ older, olderRoot, size, root, proof }: Heads, pair: Pair): boolean {
  if (older > size) return false
  if (older === size) return proof.length === 0 && olderRoot === root
  if (older === 0) return proof.length === 0
  const isPower = subtreesOf({ start: 0, end: older }).length === 1
  const [first, ...rest] = isPower ? [olderRoot, ...proof] : proof
  if (first === undefined) return false
  let [fn, sn] = [older - 1, size - 1]
  while (fn % 2 === 1) [fn, sn] = parents(fn, sn)
  let [fr, sr] = [first, first]
  for (const hash of rest) {
    if (sn === 0) return false
    if (fn % 2 === 1 || fn === sn) {
      ;[fr, sr] = [pair(hash, fr), pair(hash, sr)]
      ;[fn, sn] = upToRight(fn, sn)
    } else sr = pair(sr, hash)
    ;[fn, sn] = parents(fn, sn)
  }
  return fr === olderRoot && sr === root && sn === 0
}
