/** Everything that a line of a wire can be taken for, with its name for editors. The keys are the API's words. */
export const TAKEN_FOR = {
  headline: "Headline",
  standfirst: "Standfirst",
  byline: "Byline",
  dateline: "Dateline (and text after it)",
  kicker: "Kicker",
  paragraph: "Paragraph",
  "paragraph and sign-off": "Paragraph, with a sign-off at its end",
  crosshead: "Crosshead",
  quote: "Quote",
  "list item": "List item",
  caption: "Caption (and credit)",
  credit: "Credit",
  divider: "Divider",
  continuation: "Goes on from the line above",
  "related marker": "Related-news marker",
  "related item": "Related item",
  header: "Wire header (left out)",
  "sign-off": "Sign-off (left out)",
  "left out": "Left out",
  blank: "Blank line",
} as const

export type TakenFor = keyof typeof TAKEN_FOR
export const TAKEN_FORS = Object.keys(TAKEN_FOR) as [TakenFor, ...TakenFor[]]

/** What an editor may choose for a line: everything but "blank". */
export const CHOICES = TAKEN_FORS.filter((taken) => taken !== "blank")

/** What a line was taken for, why (a sentence), and how sure that is: from 0 to 1. */
export type Verdict = { takenFor: TakenFor; why: string; sure: number }

/** How sure, in a word. */
export const surenessOf = (sure: number) => (sure >= 0.85 ? "sure" : sure >= 0.65 ? "likely" : "a guess")

/** What an editor chose, by line number. */
export type Choices = Readonly<Record<number, TakenFor>>
