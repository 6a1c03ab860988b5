export type NameKind = "person" | "place" | "organisation" | "unknown"

/** What a language's rules of names say; every word in lower case. */
export type Rules = {
  /** begin sentences, and are no part of a name there */
  starters: ReadonlySet<string>
  /** written with a capital, and no names: days, months, what comes from a country */
  never: ReadonlySet<string>
  /** stand before a person's name */
  roles: ReadonlySet<string>
  /** within a person's name: "Jan van Eyck" */
  particles: ReadonlySet<string>
  /** within an organisation's name, behind a word that makes it one: "Court of Justice" */
  joiners: ReadonlySet<string>
  /** make a name an organisation's */
  organisations: ReadonlySet<string>
  /** stand before places */
  towards: ReadonlySet<string>
  /** somebody speaks */
  says: ReadonlySet<string>
  /** stand before nouns */
  articles: ReadonlySet<string>
  /** "Van Bossuyts plan": a name's last letter may be no part of it */
  genitive: boolean
  /** "l’Europe": what is left off before a name is no part of it */
  elision: boolean
  /** every noun has a capital: one alone says little */
  nouns: boolean
}

export const words = (line: string): ReadonlySet<string> => new Set(line.split(/\s+/).filter(Boolean))
