/** Lets one piece of work run at a time, the others wait in order; past `most` in the queue it says so at once. */
export function oneAtATime(most: number) {
  let queued = 0
  let last: Promise<unknown> = Promise.resolve()
  return async <T>(work: () => Promise<T>): Promise<T | "busy"> => {
    if (queued >= most) return "busy"
    queued++
    const mine = last.then(work)
    last = mine.catch(() => {})
    return mine.finally(() => queued--)
  }
}
