/** "in 12 minutes": when to try again, rounded up so that it is never too early. */
export function inWords(milliseconds: number): string {
  const minutes = Math.max(1, Math.ceil(milliseconds / 60_000))
  return minutes === 1 ? "in a minute" : `in ${minutes} minutes`
}
