const PATIENCE = 10_000

/** Asks a program elsewhere; what it answers is read by the caller, who knows what a yes looks like. */
export async function call(address: string, given: RequestInit, signal: AbortSignal) {
  const timed = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)])
  const answer = await fetch(address, { ...given, signal: timed, redirect: "manual" })
  const text = (await answer.text()).slice(0, 2_000)
  if (!answer.ok) throw new Error(`${new URL(address).host} answered ${answer.status}: ${text.slice(0, 200)}`)
  return text
}
