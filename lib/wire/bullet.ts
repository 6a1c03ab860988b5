/** What stands before the words of a list item: how long it is in the bare text, and its number in an ordered list. */
export type Bullet = { length: number; mark: string; number: number | null }

export function bulletOf(text: string): Bullet | null {
  const match = /^(?:([-–—•*·‣▪◦●■►▶→✓])|(\d{1,3})[.)]) (?=\S)/.exec(text)
  if (!match) return null
  return { length: match[0].length, mark: match[1] ?? "number", number: match[2] ? Number(match[2]) : null }
}
