import type { Language } from "../story/story"

// The words by which the checks of the four languages know what they look for.

/** Weeks and days that a headline and its text may name differently. */
export const TIMES: Record<Language, readonly (readonly RegExp[])[]> = {
  en: [
    [/\blast week\b/i, /\bthis week\b/i, /\bnext week\b/i],
    [/\byesterday\b/i, /\btoday\b/i, /\btomorrow\b/i],
  ],
  nl: [
    [/\b(vorige|afgelopen) week\b/i, /\bdeze week\b/i, /\bvolgende week\b/i],
    [/\bgisteren\b/i, /\bvandaag\b/i, /\bmorgen\b/i],
  ],
  fr: [
    [/\bla semaine (dernière|passée)\b/i, /\bcette semaine\b/i, /\bla semaine prochaine\b/i],
    [/\bhier\b/i, /\baujourd[’']hui\b/i, /\bdemain\b/i],
  ],
  de: [
    [/\b(vergangene|vorige|letzte)r? Woche\b/i, /\bdiese[rn]? Woche\b/i, /\b(nächste|kommende)r? Woche\b/i],
    [/\bgestern\b/i, /\bheute\b/i, /\bmorgen\b/i],
  ],
}

/** What stands where a word is still to come. XX is none in Super Bowl XX, and TK is a shop, an airline and, in German, who pays the doctor. */
const TO_COME = String.raw`\b(?:(?:TK){2,}|TBC|TBD)\b|(?<!\p{Lu}\p{L}+ )\bXX+\b|\?\?\?|\[(?:\s|…|\.\.\.|TK|name|naam|nom|Name|datum|date|Datum)?\]|lorem ipsum`
const ALSO_TK = new RegExp(String.raw`${TO_COME}|\bTK\b(?! (?:Maxx|\d))`, "gu")
export const PLACEHOLDER: Record<Language, RegExp> = {
  ...{ en: ALSO_TK, nl: ALSO_TK, fr: ALSO_TK },
  de: new RegExp(TO_COME, "gu"),
}

/** What calls a newspaper that a text has not named. */
export const THE_PAPER: Record<Language, RegExp> = {
  en: /\bthe (newspaper|daily|magazine)\b(?!\s+[“"]?\p{Lu})/u,
  nl: /\b(de krant|het dagblad|het weekblad)\b(?!\s+[“"„]?\p{Lu})/u,
  fr: /\b(le journal|le quotidien|l[’']hebdomadaire)\b(?!\s+[«“"]?\s?\p{Lu})/u,
  de: /\b(die Zeitung|der Zeitung|das Blatt|dem Blatt)\b(?!\s+[„“"]?\p{Lu})/u,
}

/** What names one: a title that such papers have, or a name behind the word. */
export const A_PAPER =
  /\b(?:[Nn]ewspaper|[Dd]aily|[Mm]agazine|[Kk]rant|[Dd]agblad|[Ww]eekblad|[Jj]ournal|[Qq]uotidien|[Hh]ebdomadaire|Zeitung|Blatt)\s+[“"„«]?\s?\p{Lu}|\p{Lu}\p{L}+ (?:Nieuws|Nieuwsblad|Standaard|Morgen|Tijd|Volkskrant|Times|Post|Herald|Tribune|Guardian|Telegraph|Soir|Monde|Libre|Figaro|Zeitung|Allgemeine|Presse|Spiegel|Rundschau|Courant|Echo|Gazette)\b/u

/** What says that a figure is of now. */
export const NOW: Record<Language, RegExp> = {
  en: /\b(at present|at the moment|currently|to date|so far)\b/i,
  nl: /\b(momenteel|op dit moment|op dit ogenblik|tot nu toe)\b/i,
  fr: /(\bactuellement\b|\bà ce jour\b|\bà l[’']heure actuelle\b|\bpour l[’']instant\b)/i,
  de: /(\bderzeit\b|\bzurzeit\b|\bgegenwärtig\b|\baktuell\b|\bbislang\b)/i,
}

/** Words that no caption ends with, unless it was cut off. */
export const UNFINISHED: Record<Language, RegExp> = {
  en: /(?:^|\s)(in|at|on|of|to|for|from|with|by|and|or|the|a|an|as|near|during|after|before|between)$/i,
  nl: /(?:^|\s)(in|op|aan|bij|van|voor|met|door|naar|tijdens|na|en|of|de|het|een|tussen|uit)$/i,
  fr: /(?:^|\s)(à|au|aux|en|dans|sur|de|du|des|pour|avec|par|lors|après|avant|et|ou|le|la|les|un|une)$/i,
  de: /(?:^|\s)(in|im|am|an|auf|bei|beim|von|vom|zu|zum|zur|für|mit|durch|nach|vor|und|oder|der|die|das|dem|den|ein|eine)$/i,
}

/** Opening and closing marks of quotations. In German the mark that closes looks like the English one that opens. */
export const MARKS: Record<Language, { open: RegExp; close: RegExp }> = {
  en: { open: /“/g, close: /”/g },
  nl: { open: /[“„]/g, close: /”/g },
  fr: { open: /«/g, close: /»/g },
  de: { open: /[„«»](?=\p{L})/gu, close: /[“”]|(?<=\S)[«»]/g },
}

/** Endings that make another form of the same word, and not another spelling. */
export const ENDINGS = /^(s|es|’s|'s|n|en|e|er|ed|d|in|ne|nes)$/

/** Pairs that look like a mistake of each other and are none. */
export const NO_MISTAKE = new Set([
  "though through",
  "thought through",
  "though thorough",
  "there three",
  "quiet quite",
  "angel angle",
  "trial trail",
])
