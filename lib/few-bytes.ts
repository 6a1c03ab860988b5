/** What a server action takes is 4 MB (next.config.ts); so much of it is sent at once. */
export const LARGEST_PART = 2_000_000

/** How large something is on its way, in bytes. */
export const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length

/** The values in their order, in parts of at most so many, and of at most so many bytes unless one alone has more. */
export function partsOf<V>(values: readonly V[], most: number): V[][] {
  const parts: V[][] = []
  let bytes = 0
  for (const value of values) {
    const more = bytesOf(value)
    const last = parts.at(-1)
    if (last && last.length < most && bytes + more <= LARGEST_PART) {
      last.push(value)
      bytes += more
    } else {
      parts.push([value])
      bytes = more
    }
  }
  return parts
}
