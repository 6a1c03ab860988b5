import type { Block } from "../blocks/blocks"
import { canonical } from "../record/canonical"
import { contentOf, inOrder, type Pair, pairBlocks, type Side, withIdsOnce } from "./merge-blocks"
import type { StoryText } from "./story"

/** `both` is for blocks: mine, and theirs after it. */
export type Choice = Side | "both"

/** A writer's choices, by the row's key. */
export type Choices = Readonly<Record<string, Choice>>

type Field = Exclude<keyof StoryText, "body">

/**
 * One thing in which two texts may differ. `suggestion` is the side that changed it since both were one, where only one
 * side did; null where the writer has to choose.
 */
export type MergeRow = { key: string; same: boolean; suggestion: Side | null } & (
  | { kind: "field"; field: Field; mine: StoryText[Field]; theirs: StoryText[Field] }
  | { kind: "block"; mine: Block | null; theirs: Block | null }
  /** the blocks that both have stand in another order: their rows' keys, as each side has them */
  | { kind: "order"; mine: string[]; theirs: string[] }
)

const FIELDS = [
  "headline",
  "standfirst",
  "kicker",
  "dateline",
  "language",
  "section",
  "slug",
  "byline",
  "topics",
  "related",
] as const satisfies Field[]

/**
 * Two texts side by side: every field, the order where it differs, then every block of either side, in the order in
 * which a merged text has them. `base` is the text that both started from, where it is known.
 */
export function compareTexts(mine: StoryText, theirs: StoryText, base?: StoryText): MergeRow[] {
  const fields = FIELDS.map((field): MergeRow => {
    const judged = judge(mine[field], theirs[field], base && [base[field]])
    return { kind: "field", key: field, field, mine: mine[field], theirs: theirs[field], ...judged }
  })
  const pairs = pairBlocks(mine.body, theirs.body)
  const blocks = inOrder(pairs, "mine").map((pair): MergeRow => {
    const was = base && [base.body.find(({ id }) => id === pair.mine?.id || id === pair.theirs?.id) ?? null]
    const { key, mine, theirs } = pair
    const judged = judge(contentOf(mine), contentOf(theirs), was && [contentOf(was[0])])
    return { kind: "block", key, mine, theirs, ...judged }
  })
  return [...fields, ...orderRow(pairs, base), ...blocks]
}

/**
 * The text that these choices make. Whatever is chosen, it is a whole text with every id once. Where nothing is chosen
 * the suggestion holds; without one a block of either side stays, and a field stays mine.
 */
export function mergeTexts(mine: StoryText, theirs: StoryText, choices: Choices, base?: StoryText): StoryText {
  const rows = compareTexts(mine, theirs, base)
  const chosen = new Map(rows.map((row) => [row.key, choices[row.key] ?? row.suggestion]))
  const fields = FIELDS.filter((field) => chosen.get(field) === "theirs").map((field) => [field, theirs[field]])
  const order = chosen.get(ORDER) === "theirs" ? "theirs" : "mine"
  const body = inOrder(pairBlocks(mine.body, theirs.body), order).flatMap((pair) => {
    const side = chosen.get(pair.key) ?? "both"
    if (side !== "both") return pair[side] ?? []
    const other = contentOf(pair.mine) === contentOf(pair.theirs) ? null : pair.theirs
    return [pair.mine, other].filter((block) => block !== null)
  })
  return { ...mine, ...Object.fromEntries(fields), body: withIdsOnce(body) }
}

/** The choices that keep one side whole. */
export const allOf = (side: Side, rows: readonly MergeRow[]): Choices =>
  Object.fromEntries(rows.map(({ key }) => [key, side]))

const ORDER = "order"

function orderRow(pairs: readonly Pair[], base?: StoryText): MergeRow[] {
  const shared = pairs.filter((pair) => pair.mine && pair.theirs)
  const [mine, theirs] = (["mine", "theirs"] as const).map((side) => inOrder(shared, side).map(({ key }) => key))
  if (!mine || !theirs || isSame(mine, theirs)) return []
  const was = base?.body.flatMap(
    ({ id }) => shared.find((pair) => pair.mine?.id === id || pair.theirs?.id === id) ?? [],
  )
  return [{ kind: "order", key: ORDER, mine, theirs, ...judge(mine, theirs, was && [was.map(({ key }) => key)]) }]
}

function judge(mine: unknown, theirs: unknown, was?: [unknown]): { same: boolean; suggestion: Side | null } {
  if (isSame(mine, theirs)) return { same: true, suggestion: "mine" }
  if (was && isSame(mine, was[0])) return { same: false, suggestion: "theirs" }
  if (was && isSame(theirs, was[0])) return { same: false, suggestion: "mine" }
  return { same: false, suggestion: null }
}

const isSame = (a: unknown, b: unknown) => canonical(a) === canonical(b)
