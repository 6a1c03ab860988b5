/** Once in every process that serves, before its first request: starts the clock, the runner of jobs, and who follows the log for it. Builds do not serve. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build") return
  const { startClock } = await import("./lib/story/clock.server")
  const { serveJobs } = await import("./lib/jobs/runner.server")
  const { startRecord } = await import("./lib/record/seal.server")
  const { startWebhooks } = await import("./lib/webhooks/queue.server")
  const { startDutyMail } = await import("./lib/story/duty-mail.server")
  const { startPings } = await import("./lib/feeds/pings.server")
  // Whoever is served first is served what was due while no process lived.
  await startClock()
  serveJobs()
  startRecord()
  startWebhooks()
  startPings()
  startDutyMail()
}
