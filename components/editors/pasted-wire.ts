import type { Block } from "@/lib/blocks/blocks"
import { looksLikeWire } from "@/lib/paste/looks-like-wire"
import { type Fields, type WireFound, wireOf } from "@/lib/paste/wire"
import type { Left } from "@/lib/paste/wording"
import type { RelatedItem } from "@/lib/story/story"
import type { RelatedText } from "@/lib/wire/draft"
import type { WithFiles } from "./files"
import { keyOf } from "./related-row"

/** What the paper found for related news: the lines that are linked, and what they are linked to. */
export type Linked = { lines: number[]; items: RelatedItem[] }

/** Finds stories of the paper and keeps outside links for what a wire calls related; null: nobody answered. */
export type LinkRelated = (related: RelatedText[]) => Promise<Linked | null>

/** A wire that was pasted, and what becomes of it either way. */
export type WireOffer = {
  found: WireFound
  plain: WithFiles
  whole: boolean
  settle: (fields: Fields, link: LinkRelated) => Promise<Settled>
}
type Settled = { body: Block[]; after: Partial<Fields>; left: Left[] }

/** What a pasted text would become as a wire; null where it is none. The fields are those beside the body, as they are. */
export function offerOf(text: string, fields: Fields, whole: boolean, plain: WithFiles): WireOffer | null {
  if (!looksLikeWire(text)) return null
  const free = new Set(whole ? FILLED.filter((name) => fields[name].length === 0) : [])
  const found = wireOf(text, free)
  return { found, plain, whole, settle: (now, link) => settle({ text, free, found }, now, link) }
}

const FILLED = ["headline", "standfirst", "kicker", "dateline", "byline"] as const

/** The most related items that a story has (lib/story/story.ts), and how long the paper is waited for, in milliseconds. */
const MOST = 100
const WAIT = 10_000

type Given = { text: string; free: ReadonlySet<keyof Fields>; found: WireFound }

async function settle({ text, free, found }: Given, now: Fields, link: LinkRelated): Promise<Settled> {
  if (!found.related.length) return { body: found.body, after: found.fields, left: [] }
  const asked = found.related.slice(0, Math.max(0, MOST - now.related.length))
  const linked = asked.length ? await inTime(link(asked)) : null
  const lines = new Set(linked?.lines)
  const { fields, body } = wireOf(text, free, lines)
  const there = new Set(now.related.map(keyOf))
  const fresh = (linked?.items ?? []).filter((item) => !there.has(keyOf(item)))
  const missing = found.related.filter(({ line }) => !lines.has(line)).map(({ headline }) => headline)
  return {
    body,
    after: { ...fields, ...(fresh.length && { related: [...now.related, ...fresh] }) },
    left: missing.length ? [{ why: linked ? NOT_FOUND : NOT_ASKED, addresses: missing }] : [],
  }
}

const NOT_FOUND =
  "Of what the wire calls related, these are not among our stories yet. They stay in the text: find them under “Related news”, or take them out."
const NOT_ASKED =
  "What the wire calls related could not be linked now. It stays in the text: add it under “Related news” when the server can be reached."

const inTime = (answer: Promise<Linked | null>) =>
  Promise.race([
    answer.catch(() => null),
    new Promise<null>((resolve) => {
      setTimeout(() => resolve(null), WAIT)
    }),
  ])
