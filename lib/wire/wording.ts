import { fold } from "./bare"

// The words of the trade in the four languages, folded (lower case, no accents). To teach a new wording, add it here.

export const RELATED_MARKERS = new Set([
  ...["related", "related news", "related stories", "related story", "related articles", "related links"],
  ...[
    "read also",
    "also read",
    "read more",
    "see also",
    "more on this",
    "more on this story",
    "more news",
    "more stories",
  ],
  ...["lees ook", "lees meer", "lees verder", "meer nieuws", "gerelateerd", "gerelateerd nieuws", "verwant nieuws"],
  ...["gerelateerde artikels", "gerelateerde artikelen", "ook interessant", "meer over dit onderwerp", "meer hierover"],
  ...["a lire aussi", "lire aussi", "a lire egalement", "lire egalement", "sur le meme sujet", "voir aussi"],
  ...["articles lies", "actualites liees", "nos autres articles", "en savoir plus", "plus d'actualites"],
  ...["lesen sie auch", "lesen sie mehr", "mehr zum thema", "verwandte nachrichten", "weitere nachrichten"],
  ...["weitere artikel", "siehe auch", "ahnliche artikel", "auch interessant", "mehr nachrichten"],
])

/** Labels that name a part of the story before its words, as in “Headline: …”. */
export const LABELS = {
  headline: ["headline", "title", "titel", "titre", "kop", "schlagzeile", "uberschrift"],
  standfirst: ["standfirst", "lead", "lede", "intro", "inleiding", "chapeau", "chapo", "vorspann"],
  byline: ["byline", "author", "auteur", "autor"],
  caption: ["caption", "photo caption", "bijschrift", "fotobijschrift", "onderschrift", "legende", "bildunterschrift"],
} as const

/** Labels of a wire's own administration. */
export const HEADER_LABELS = new Set([
  ...[
    "slug",
    "slugline",
    "subject",
    "keyword",
    "keywords",
    "category",
    "priority",
    "urgency",
    "date",
    "time",
    "source",
  ],
  ...[
    "agency",
    "language",
    "section",
    "embargo",
    "embargoed",
    "editor's note",
    "editors",
    "attention",
    "words",
    "version",
  ],
  ...[
    "desk",
    "topic",
    "topics",
    "id",
    "guid",
    "rubriek",
    "trefwoorden",
    "bron",
    "prioriteit",
    "datum",
    "taal",
    "onderwerp",
  ],
  ...["priorite", "categorie", "mots-cles", "langue", "sujet", "rubrique", "quelle", "ressort", "stichworter", "thema"],
  ...["prioritat", "sprache", "kategorie", "sperrfrist"],
])

export const PRIORITY =
  "URGENT|FLASH|BULLETIN|ALERT|SNAP|ADVISORY|EILMELDUNG|EIL|DRINGEND|SPOED|PRIORITE|PRIORITÉ|NEWSALERT"

/** How many characters of the bare text a label and its colon take, 0 for none. */
export function labelLength(text: string, kind: keyof typeof LABELS): number {
  const [label, length] = labelOf(text)
  return LABELS[kind].some((known) => known === label) ? length : 0
}

/** What stands before the first colon, folded, and how many characters it takes with the colon. */
export function labelOf(text: string): [label: string, length: number] {
  const match = /^([\p{L}\p{M}’' -]{2,30}?) ?[:|»>]/u.exec(text)
  return match ? [fold(match[1] ?? ""), match[0].length] : ["", 0]
}

/** Is this text nothing but a marker of related news? */
export const isRelatedMarker = (text: string) =>
  text.length <= 60 && RELATED_MARKERS.has(fold(text.replace(/^[>»*•=–-]+|[:.…>»*=–-]+$/gu, "")))
