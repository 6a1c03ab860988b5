import { LANGUAGES, type Language } from "../story/story"
import { fold } from "./bare"

export type LanguageGuess = { language: Language; why: string; sure: number }

/** Frequent small words that the other three languages do not share. */
const WORDS: Record<Language, string> = {
  en: "the and of to that with which from has have been was were will would by on for not this they said",
  nl: "het een van niet zijn dat aan ook voor maar deze naar wordt werd heeft hebben bij door uit geen dit zei",
  fr: "le les une du dans pour que qui est pas sur avec au aux par ont cette ces selon ete plus mais",
  de: "der das und ist nicht ein eine den dem mit von auf fur sich auch werden wurde haben nach bei sagte zum",
}

const NAMES: Record<Language, string> = { en: "English", nl: "Dutch", fr: "French", de: "German" }

const LANGUAGE_OF = new Map(LANGUAGES.flatMap((language) => WORDS[language].split(" ").map((word) => [word, language])))

/** Which of the paper's languages a text is in, by its small words: the first 20,000 characters are counted. */
export function guessLanguage(text: string): LanguageGuess {
  const counts: Record<Language, number> = { en: 0, nl: 0, fr: 0, de: 0 }
  for (const [word] of fold(text.slice(0, 20_000)).matchAll(/[a-z]+/g)) {
    const language = LANGUAGE_OF.get(word)
    if (language) counts[language]++
  }
  const ranked = [...LANGUAGES].sort((a, b) => counts[b] - counts[a])
  const [best = "en", second = "en"] = ranked
  const found = counts[best]
  if (found === 0)
    return {
      language: "en",
      why: "No small word of a known language was met: English until said otherwise.",
      sure: 0.1,
    }
  const why = `${found} small word${found > 1 ? "s" : ""} of ${NAMES[best]} were counted, ${counts[second]} of ${NAMES[second]}.`
  return { language: best, why, sure: Math.min(0.99, Math.max(0.3, (found - counts[second]) / found)) }
}
