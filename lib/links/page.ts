import { html, Token, Tokenizer, TokenizerMode } from "parse5"
import { keepable } from "../text"

/** What a page says of itself; empty where it says nothing. */
export type PageWords = {
  title: string
  site: string
  /** when it says that it was published */
  date: Date | null
  /** the address of its picture */
  picture: string
}

const LONGEST = { title: 500, site: 200 }
/** So many signs of it are read: heads are at the beginning, and a processor has better things to do. */
const LONGEST_PAGE = 500_000
/** So many pieces of JSON-LD are looked at, so long each, so deep. */
const MOST_LD = 20
const LONGEST_LD = 200_000
const DEEPEST = 6

/**
 * Reads a page's head as it is sent: meta elements of Open Graph and their like, JSON-LD, <title>. Only pieces are read, in one pass, and no
 * tree is built: a page can be written so that its tree is a thousand times as large as itself.
 */
export function readPage(text: string, address: string): PageWords {
  const { metas, title, lds } = piecesOf(text)
  const ld = lds.flatMap(storiesIn)[0] ?? {}
  const say = (...names: string[]) => names.map((name) => metas.get(name) ?? "").find(Boolean) ?? ""
  const site = say("og:site_name", "application-name") || nameIn(ld.publisher)
  const named = say("og:title", "twitter:title", "dc.title") || wordIn(ld.headline) || title
  const date = say("article:published_time", "og:published_time", "dc.date", "date") || wordIn(ld.datePublished)
  const picture = say("og:image:secure_url", "og:image:url", "og:image", "twitter:image") || pictureIn(ld.image)
  return {
    title: tidy(named, LONGEST.title),
    site: tidy(site, LONGEST.site) || new URL(address).hostname.replace(/^www\./, ""),
    date: dateOf(date),
    picture: addressIn(picture, address),
  }
}

type Pieces = { metas: Map<string, string>; title: string; lds: string[] }

function piecesOf(text: string): Pieces {
  const pieces: Pieces = { metas: new Map(), title: "", lds: [] }
  let inside: "title" | "ld" | null = null
  let words = ""
  let seenTitle = false
  const attribute = (tag: Token.TagToken, name: string) => Token.getTokenAttr(tag, name)?.trim() ?? ""
  const begin = (tag: Token.TagToken) => {
    const { tagName } = tag
    tokenizer.state = modeOf(tagName)
    // A drawing has titles of its own; they come after the page's.
    if (tagName === "title" && !seenTitle) inside = "title"
    else if (tagName === "script" && /^application\/ld\+json\b/i.test(attribute(tag, "type"))) inside = "ld"
    else if (tagName === "meta") {
      const name = (attribute(tag, "property") || attribute(tag, "name")).toLowerCase()
      const content = attribute(tag, "content")
      if (name && content && !pieces.metas.has(name)) pieces.metas.set(name, content)
    }
    words = ""
  }
  const end = () => {
    if (inside === "title") [pieces.title, seenTitle] = [words, true]
    if (inside === "ld" && pieces.lds.length < MOST_LD && words.length <= LONGEST_LD) pieces.lds.push(words)
    inside = null
  }
  const hear = ({ chars }: Token.CharacterToken) => {
    if (inside && words.length <= LONGEST_LD) words += chars
  }
  const ignore = () => {}
  const tokenizer = new Tokenizer(
    {},
    {
      ...{ onStartTag: begin, onEndTag: end, onCharacter: hear, onWhitespaceCharacter: hear },
      ...{ onNullCharacter: ignore, onComment: ignore, onDoctype: ignore, onEof: ignore },
    },
  )
  tokenizer.write(text.slice(0, LONGEST_PAGE), true)
  return pieces
}

/** Within which elements signs are words, whatever they look like. */
function modeOf(tagName: string) {
  if (tagName === html.TAG_NAMES.TITLE || tagName === html.TAG_NAMES.TEXTAREA) return TokenizerMode.RCDATA
  if (tagName === html.TAG_NAMES.SCRIPT) return TokenizerMode.SCRIPT_DATA
  if (["style", "xmp", "iframe", "noembed", "noframes"].includes(tagName)) return TokenizerMode.RAWTEXT
  return TokenizerMode.DATA
}

type Thing = Record<string, unknown>
const isThing = (value: unknown): value is Thing => typeof value === "object" && value !== null && !Array.isArray(value)

/** What looks like a story in a piece of JSON-LD, wherever it stands in it. */
function storiesIn(json: string): Thing[] {
  const found: Thing[] = []
  const look = (value: unknown, depth: number) => {
    if (depth > DEEPEST) return
    if (Array.isArray(value)) for (const one of value.slice(0, 100)) look(one, depth + 1)
    if (!isThing(value)) return
    if ([value["@type"]].flat().some((type) => /Article|Posting|Report|VideoObject/.test(String(type))))
      found.push(value)
    look(value["@graph"], depth + 1)
    look(value.mainEntity, depth + 1)
  }
  try {
    look(JSON.parse(json), 0)
  } catch {
    // Theirs to mend; the page says the rest in other ways.
  }
  return found
}

const wordIn = (value: unknown) => (typeof value === "string" ? value : "")
const nameIn = (value: unknown): string => {
  const [one] = [value].flat()
  return isThing(one) ? wordIn(one.name) : wordIn(one)
}
const pictureIn = (value: unknown): string => {
  const [one] = [value].flat()
  return isThing(one) ? wordIn(one.url) : wordIn(one)
}

const tidy = (words: string, longest: number) =>
  keepable(
    words
      .replace(/[\p{Cc}\p{Bidi_Control}\u200b\ufeff\s]+/gu, " ")
      .trim()
      .slice(0, longest),
  ).trim()

function dateOf(written: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}|$)/.test(written.trim())) return null
  const at = new Date(written.trim())
  return Number.isNaN(at.getTime()) ? null : at
}

function addressIn(written: string, address: string): string {
  if (!written || !URL.canParse(written, address)) return ""
  const { protocol, href } = new URL(written, address)
  return (protocol === "https:" || protocol === "http:") && href.length <= 2_000 ? href : ""
}
