import "server-only"

/** milliseconds that somebody else may take to answer */
const LONGEST = 10_000

/**
 * Tells a program elsewhere something, and throws where it is not taken with a 2xx. What went wrong is said without the address, which may
 * hold a secret of theirs.
 */
export async function call(address: string, headers: Record<string, string>, body: string, signal: AbortSignal) {
  const { host } = new URL(address)
  const response = await fetch(address, {
    ...{ method: "POST", body },
    headers: { ...headers, "user-agent": "Standfirst" },
    redirect: "manual",
    signal: AbortSignal.any([signal, AbortSignal.timeout(LONGEST)]),
  }).catch((error: unknown) => {
    if (signal.aborted) throw error
    throw new Error(`${host} did not answer`)
  })
  await response.body?.cancel()
  if (!response.ok) throw new Error(`${host} answered ${response.status}`)
}
