/** What this makes, and the milliseconds of a processor that it takes. */
export function weighed<T>(work: () => T): { made: T; cost: number } {
  const before = process.cpuUsage()
  const made = work()
  const { user, system } = process.cpuUsage(before)
  return { made, cost: (user + system) / 1_000 }
}
