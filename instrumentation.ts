/** Once in every process that serves, before its first request: starts the clock and the runner of jobs. Builds do not serve. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build") return
  const { startClock } = await import("./lib/story/clock.server")
  const { serveJobs } = await import("./lib/jobs/runner.server")
  startClock()
  serveJobs()
}
