/** Once in every process that serves, before its first request: starts the clock. Builds do not serve. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build") return
  const { startClock } = await import("./lib/story/clock.server")
  startClock()
}
