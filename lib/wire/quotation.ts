/** For each opening mark the marks that close it: English, Dutch, French, German, and the straight ones. */
const CLOSERS: Record<string, string> = {
  "“": "”",
  "„": "“”",
  "«": "»",
  "»": "«",
  '"': '"',
  "‘": "’",
  "‚": "‘’",
  "‹": "›",
}

/** Where the quotation that starts at `from` ends (the place after its closing mark); null when it stays open. */
function closeOf(text: string, from: number): number | null {
  const closers = CLOSERS[text.charAt(from)] ?? ""
  for (let at = from + 1; at < text.length; at++)
    if (closers.includes(text.charAt(at)) && !isApostrophe(text, at)) return at + 1
  return null
}

/** ’ between letters, and before one, belongs to the word: l’Europe, ’s avonds. */
const isApostrophe = (text: string, at: number) => text.charAt(at) === "’" && /\p{L}/u.test(text.charAt(at + 1))

export const opensQuotation = (text: string) => text.charAt(0) in CLOSERS

/**
 * How a text quotes, when it starts with a quotation mark: "open" (never closed), "whole" (one quotation and nothing
 * else), "said" (one quotation and who said it, at its end or in its middle), or "mixed" (more than that).
 */
export function quotationIn(text: string): "none" | "open" | "whole" | "said" | "mixed" {
  if (!opensQuotation(text)) return "none"
  const end = closeOf(text, 0)
  if (end === null) return "open"
  const rest = text.slice(end).replace(/^[.,;!?… ]+/, "")
  if (rest === "") return "whole"
  if (!isSpeech(text.slice(0, end), text.charAt(end))) return "mixed"
  const said = rest.search(/[“„«"‘]/)
  if (said === -1) return isAttribution(rest) ? "said" : "mixed"
  const again = closeOf(rest, said)
  const tail = rest.slice(again ?? rest.length).replace(/^[.,;!?… ]+/, "")
  return isAttribution(rest.slice(0, said)) && tail === "" ? "said" : "mixed"
}

/** Words that somebody spoke, not a word that the sentence only puts in quotation marks: “Strong” is how he put it. */
const isSpeech = (quoted: string, after: string) =>
  /[,.!?…]$/.test(quoted.slice(0, -1).trimEnd() + (after === "," ? "," : "")) && quoted.split(" ", 4).length === 4

/** Who said it: a few words in one sentence. */
function isAttribution(words: string) {
  const text = words.trim()
  return text.length <= 120 && !/[.!?] +\p{Lu}/u.test(text.replace(/\b\p{Lu}\. /gu, ""))
}

/** “Words” — Name: how the bare text divides when a dash stands between a quotation and its speaker. */
export function speakerAt(text: string): { quoteEnds: number; speakerStarts: number } | null {
  if (!opensQuotation(text)) return null
  const end = closeOf(text, 0)
  const dash = end === null ? null : /^[.,]? ?(?:[–—―]|--?) ?(?=\p{Lu})/u.exec(text.slice(end))
  if (end === null || !dash) return null
  const speakerStarts = end + dash[0].length
  const speaker = text.slice(speakerStarts)
  if (speaker.length > 150 || /[.!?“„«"]/.test(speaker.replace(/\b\p{Lu}\./gu, ""))) return null
  return { quoteEnds: end + (/^[.,]/.test(dash[0]) ? 1 : 0), speakerStarts }
}
