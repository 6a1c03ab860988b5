/** Does the work for every item, a few at a time. The first that fails ends it, once those under way are done. */
export async function fewAtOnce<T>(items: Iterable<T>, most: number, work: (item: T) => Promise<void>): Promise<void> {
  const left = items[Symbol.iterator]()
  let failed = false
  const one = async () => {
    for (let next = left.next(); !next.done && !failed; next = left.next())
      await work(next.value).catch((error: unknown) => {
        failed = true
        throw error
      })
  }
  const ended = await Promise.allSettled(Array.from({ length: most }, one))
  for (const end of ended) if (end.status === "rejected") throw end.reason
}
