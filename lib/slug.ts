import slugify from "@sindresorhus/slugify"
import type { Language } from "./story/story"

const LONGEST = 80
const AND: Record<Language, string> = { en: "and", nl: "en", fr: "et", de: "und" }
const UMLAUTS = /[äöü]/g
const PLAIN: Record<string, string> = { ä: "a", ö: "o", ü: "u" }

/** A slug from a headline: "L’été à Zoë’s" gives l-ete-a-zoes. Cut between words; `none` where no letter or digit is left. */
export function slugOf(headline: string, language: Language, none = "story"): string {
  const composed = headline.normalize("NFKC").toLowerCase()
  // Ä is ae in German; in French, Dutch and English those two dots are another sign.
  const letters = language === "de" ? composed : composed.replace(UMLAUTS, (letter) => PLAIN[letter] ?? letter)
  const slug = slugify(letters, { decamelize: false, customReplacements: [["&", ` ${AND[language]} `]] })
  return cut(slug) || none
}

function cut(slug: string) {
  if (slug.length <= LONGEST) return slug
  const end = slug.lastIndexOf("-", LONGEST)
  return slug.slice(0, end > 0 ? end : LONGEST)
}
