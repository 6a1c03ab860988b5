import type { Language } from "../story/story"
import { bare, fold } from "../wire/bare"

// What news says of itself, and letters, manuals and stories do not, in the four languages; words are folded (no capitals, no accents).

const DAYS =
  "(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|" +
  "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)"

const MONTHS = "(?:jan|feb|fev|mar|maa|mrt|apr|avr|mei|may|mai|jun|juin|jul|juil|aug|aou|sep|oct|okt|nov|dec|dez)"

/** A day of this week. “Saturday 12 June”, “Monday at 2” and “le lundi” are of programmes and habits. */
const DAY = new RegExp(
  `(?<!\\b(?:le|every|each|chaque|jeden|elke|iedere) )\\b${DAYS}(?:ochtend|middag|avond|nacht|morgen|abend)?\\b` +
    `(?!,? (?:(?:the )?\\d{1,2}(?:st|nd|rd|th|er|\\.)? (?:of )?${MONTHS}|${MONTHS}[a-z]* \\d|(?:at|from|om|um|a|van|ab|de) \\d))`,
)

const WHO =
  "(?:police|prosecutors?|ministr(?:y|ies)|ministers?|governments?|courts?|councils?|officials?|authorit(?:y|ies)|unions?|mayors?|parliament|" +
  "compan(?:y|ies)|agency|clerk|office|army|hospitals?|organisers|politie|ministerie|minister|regering|parket|rechtbank|gemeente|stad|vakbond(?:en)?|" +
  "burgemeester|bedrijf|brandweer|ministere|gouvernement|parquet|tribunal|mairie|prefecture|syndicats?|pompiers|autorites|maire|" +
  "polizei|ministerium|regierung|staatsanwaltschaft|gericht|gemeinde|stadt|gewerkschaft(?:en)?|feuerwehr|behorden?)"

/** Somebody is named for what is said, as news does: an authority, a spokesman, a statement, or somebody who said it on a day. */
const SOURCES = [
  `\\b${WHO} (?:said|says|announced|confirmed|reported|zei|zegt|meldt|meldde|bevestigt|a (?:dit|annonce|indique|declare|confirme)|ont (?:dit|annonce|indique|declare)|sagte|teilten? )`,
  `\\b(?:according to|volgens|selon|d'apres|laut) (?:(?:the|a|an|de|het|een|la|le|les|l'|une?|der|dem|den) ?)?(?:[a-z-]+ )?${WHO}\\b`,
  "\\b(?:told (?:reporters|journalists|parliament)|spokes(?:man|woman|person|people)|woordvoerd(?:er|ster)|porte-parole|sprecher(?:in)?|nach angaben)\\b",
  "\\b(?:said|wrote|announced) (?:[a-z]+ ){0,3}in (?:[a-z]+ ){1,3}(?:statement|report|letter|press release|interview|briefing|speech)\\b",
  `\\b(?:said|announced|confirmed|zei|gezegd|annonce|declare|indique|sagte|teilten?)(?: [a-z'-]+){0,6} (?:on |am )?${DAYS}\\b`,
  `\\b${DAYS}(?:ochtend|middag|avond)? (?:gezegd|meegedeeld|bekendgemaakt|gemeld|laten weten|mit\\b)`,
].map((source) => new RegExp(source))

export const namesDay = (text: string) => DAY.test(fold(text))
export const namesSource = (text: string) => SOURCES.some((source) => source.test(fold(text)))

const wordsOf = (text: string): string[] => fold(text).match(/\p{L}{4,}/gu) ?? []

/** The first paragraphs take up the words of the headline: at least two of them, the small ones not counted. */
export function takesUp(headline: string, text: string): boolean {
  const said = wordsOf(text)
  const heads = new Set(wordsOf(headline).map((word) => word.slice(0, Math.max(4, Math.min(5, word.length - 1)))))
  return [...heads].filter((head) => said.some((word) => word.startsWith(head))).length >= 2
}

/** English headlines tell in the present what the first paragraph tells in the past: “names”, “named”. */
export function toldInPast(headline: string, text: string): boolean {
  const said = new Set(wordsOf(text))
  return wordsOf(headline).some((word) => {
    const stem = word.slice(0, -1)
    return word.endsWith("s") && (said.has(`${stem}ed`) || (stem.endsWith("e") && said.has(`${stem}d`)))
  })
}

const PERSONS: Record<Language, RegExp> = {
  en: /\b(?:I|I['’](?:m|ve|ll|d)|[Mm]e|[Mm]y|[Ww]e|[Ww]e['’]\w+|[Uu]s|[Oo]urs?|[Yy]ours?|[Yy]ou|[Yy]ou['’]\w+)\b/g,
  nl: /\b(?:ik|wij|we|ons|onze|mijn|jij|je|jouw|jullie|uw)\b/gi,
  fr: /\b(?:je|j['’]\p{L}+|me|moi|mon|mes|nous|notre|nos|vous|votre|vos|tu|toi)\b/giu,
  de: /\b(?:ich|mich|mir|mein(?:e[nrm]?)?|wir|uns|unser(?:e[nrm]?)?|du|dich|dir|euch|euer)\b/gi,
}

/** Does it speak of itself, or to somebody, outside of what it quotes? Wires do not. */
export function speaksItself(texts: readonly string[], language: Language): boolean {
  const count = texts.reduce((sum, text) => sum + (unquoted(text).match(PERSONS[language])?.length ?? 0), 0)
  return count >= 2
}

/** Without what stands in quotation marks; a quotation that stays open ends with its paragraph. */
const unquoted = (text: string) =>
  bare(text)
    .replace(/“[^”]*(?:”|$)|„[^“”]*(?:[“”]|$)|«[^»]*(?:»|$)|"[^"]*(?:"|$)/g, " ")
    .replace(/(?<!\p{L})‘[^’]*(?:’(?!\p{L})|$)/gu, " ")

/** The head, the greeting and the end of a letter, and what mail programs write over an answer. */
const OF_LETTERS = [
  /^(?:from|to|cc|sent|van|aan|de|à|von|an|verzonden|envoyé|gesendet): .*@/i,
  /^(?:dear|beste|geachte|chère?s?|liebe[rs]?|sehr geehrte[rs]?|hi|hello|hallo|bonjour|hey|salut)\b.{0,40}[,!]$/i,
  /^(?:on|op|le|am) .{4,80}\b(?:wrote|schreef|a écrit|schrieb)\b.{0,60}:$/i,
  /^>/,
  /^(?:(?:kind|best|warm|many) (?:regards|wishes)|regards|yours (?:sincerely|truly|faithfully)|sincerely|cheers|thanks|best|love|met vriendelijke groeten?|vriendelijke groeten?|groet(?:en|jes)?|cordialement|bien (?:à vous|cordialement)|amicalement|mit freundlichen grüßen|(?:viele|liebe|beste) grüße)[,.!]?$/i,
]

/** What a text calls itself that is no news. */
const OF_OTHERS =
  /^(?:minutes|agenda|chapter|act|scene|recipe|ingredients|contents|abstract|terms|curriculum|notulen|verslag|hoofdstuk|recept|inhoud|proces-verbal|compte[ -]rendu|ordre du jour|chapitre|recette|protokoll|tagesordnung|kapitel|rezept|inhalt)\b/

export const isOfLetter = (text: string) => OF_LETTERS.some((form) => form.test(bare(text)))
export const isOfOthers = (text: string) => OF_OTHERS.test(fold(text))
