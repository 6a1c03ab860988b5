import { createHash } from "node:crypto"
import { expect, test } from "@playwright/test"
import fc from "fast-check"
import { EMPTY, leafHash, pairHash } from "@/lib/record/digest.server"
import {
  consistencyOf,
  grownBy,
  inclusionOf,
  isConsistent,
  isIncluded,
  joined,
  type Range,
  type Subtree,
  subtreesOf,
} from "@/lib/record/merkle"

/** The tree of so many leaves as RFC 9162 defines it, by its own recursion: what ours is held against. */
function rootByTheBook(leaves: readonly string[]): string {
  const [only] = leaves
  if (only === undefined) return EMPTY
  if (leaves.length === 1) return only
  let half = 1
  while (half * 2 < leaves.length) half *= 2
  return pairHash(rootByTheBook(leaves.slice(0, half)), rootByTheBook(leaves.slice(half)))
}

const leavesOf = (size: number) => Array.from({ length: size }, (_, at) => leafHash(`entry ${at}`))

function grow(leaves: readonly string[]) {
  const nodes = new Map<string, string>()
  const at = ({ level, index }: Subtree) => nodes.get(`${level} ${index}`) ?? ""
  leaves.forEach((leaf, index) => {
    for (const one of grownBy(index, leaf, at, pairHash)) nodes.set(`${one.level} ${one.index}`, one.hash)
  })
  const hashOf = (range: Range) => joined(subtreesOf(range).map(at), pairHash)
  return { nodes, hashOf }
}

test("the hashes are those of RFC 9162: its own example of an empty tree, and leaves and nodes told apart", () => {
  expect(EMPTY).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  const bytes = (...parts: (string | Buffer)[]) =>
    createHash("sha256")
      .update(Buffer.concat(parts.map((part) => Buffer.from(part as never))))
      .digest("hex")
  expect(leafHash("é")).toBe(bytes(Buffer.from([0]), "é"))
  const [a, b] = [leafHash("a"), leafHash("b")]
  expect(pairHash(a, b)).toBe(bytes(Buffer.from([1]), Buffer.from(a, "hex"), Buffer.from(b, "hex")))
})

test("a tree that grows leaf by leaf has the root that the standard defines, at every size", () => {
  const leaves = leavesOf(130)
  const { nodes, hashOf } = grow(leaves)
  for (let size = 1; size <= leaves.length; size++)
    expect(hashOf({ start: 0, end: size }), `size ${size}`).toBe(rootByTheBook(leaves.slice(0, size)))
  const perfect = [...Array(8).keys()].map((level) => Math.floor(leaves.length / 2 ** level))
  expect(nodes.size, "whole subtrees, each once").toBe(perfect.reduce((sum, one) => sum + one, 0))
})

test("every leaf of every size is proved, and no other leaf, place, size or root by the same proof", {
  tag: "@sweep",
}, () => {
  const leaves = leavesOf(40)
  const { hashOf } = grow(leaves)
  for (let size = 1; size <= leaves.length; size++) {
    const root = hashOf({ start: 0, end: size })
    for (let index = 0; index < size; index++) {
      const proof = inclusionOf(index, size).map(hashOf)
      const given = { leaf: leaves[index] ?? "", index, size, proof, root }
      expect(isIncluded(given, pairHash), `${index} of ${size}`).toBe(true)
      expect(isIncluded({ ...given, leaf: leafHash("another") }, pairHash)).toBe(false)
      expect(isIncluded({ ...given, root: leafHash("another") }, pairHash)).toBe(false)
      expect(isIncluded({ ...given, index: size }, pairHash)).toBe(false)
      expect(isIncluded({ ...given, proof: [...proof, EMPTY] }, pairHash)).toBe(false)
      if (proof.length) expect(isIncluded({ ...given, proof: proof.slice(1) }, pairHash)).toBe(false)
    }
  }
})

test("every earlier record is proved to be the beginning of every later one, and a forked one is not", () => {
  const leaves = leavesOf(34)
  const { hashOf } = grow(leaves)
  const forked = grow(leaves.with(3, leafHash("forked")))
  for (let size = 1; size <= leaves.length; size++)
    for (let older = 0; older <= size; older++) {
      const root = hashOf({ start: 0, end: size })
      const olderRoot = older ? hashOf({ start: 0, end: older }) : EMPTY
      const proof = consistencyOf(older, size).map(hashOf)
      expect(isConsistent({ older, olderRoot, size, root, proof }, pairHash), `${older} in ${size}`).toBe(true)
      if (older < 4) continue
      const other = forked.hashOf({ start: 0, end: older })
      expect(isConsistent({ older, olderRoot: other, size, root, proof }, pairHash), `fork at ${older}`).toBe(false)
      const theirs = consistencyOf(older, size).map(forked.hashOf)
      expect(isConsistent({ older, olderRoot: other, size, root, proof: theirs }, pairHash)).toBe(false)
    }
})

test("in trees of any size, a proof has no more hashes than the tree has levels", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2_000_000 }), fc.nat(), (size, any) => {
      const index = any % size
      const levels = Math.ceil(Math.log2(size))
      expect(inclusionOf(index, size).length).toBeLessThanOrEqual(levels)
      expect(consistencyOf(index, size).length).toBeLessThanOrEqual(levels + 1)
    }),
  )
})
