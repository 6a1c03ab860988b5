/** A reason to end, in a sentence with the next step: shown as it is, without a stack. */
export class Stop extends Error {}

/** Shows a step of the start while it happens, and how long it took if that was noticeable. */
export async function step<T>(what: string, work: () => Promise<T>): Promise<T> {
  const began = Date.now()
  console.log(`${what} …`)
  const result = await work()
  const took = Date.now() - began
  if (took > 2_000) console.log(`  done (${(took / 1000).toFixed(1)} s)`)
  return result
}

export function say(sentence: string) {
  console.log(sentence)
}

/** Ends the process with the sentence of a Stop, or with the trace of a fault of ours. */
export function endWith(error: unknown): never {
  console.error(error instanceof Stop ? `\n${error.message}` : error)
  process.exit(1)
}
