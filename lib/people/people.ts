export const ROLES = ["reporter", "editor", "admin"] as const
export type Role = (typeof ROLES)[number]

/** Somebody signed in, or a program with their token. */
export type Person = { id: string; name: string; email: string; role: Role }

/** Acts that fall due are performed under this name, so that every line of the log has somebody behind it. */
export const CLOCK = { id: null, name: "The clock", role: "clock" } as const

export type Actor = Person | typeof CLOCK

/** Whoever holds the machine: the command `npm run newsroom` and the demo paper keep people under this name. */
export const OPERATOR = { id: null, name: "The operator", role: "admin" } as const

/** Who keeps the list of people: an administrator, or the operator. */
export type Keeper = Person | typeof OPERATOR

/** A no, in a sentence with the next step. */
export type Refused = { refused: string }

/** What a screen is told that is one person's, in a browser where another has signed in since. */
export const somebodyElse = ({ name }: Pick<Person, "name">) =>
  `${name} has signed in in this browser since you opened this. Sign in as yourself: what you wrote is kept here, and is saved then.`
