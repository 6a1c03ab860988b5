/** What a server action answers, and how a form of a picture asks one. */
export type Answer = object | null
export type Ask = (given: unknown) => Promise<Answer>
