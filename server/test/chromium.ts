import { existsSync } from "node:fs"

// The shell is the same browser without its window: a page costs it a third of the processor's time.
const SHELL = "/usr/bin/chromium-headless-shell"
const PLACES = [process.env.CHROMIUM, SHELL, "/usr/bin/chromium", "/usr/bin/chromium-browser"]

/** Which browser the journeys use: CHROMIUM, the system's, or else the one that `npx playwright install chromium` brought. */
export function chromium() {
  const executablePath = PLACES.find((place) => place && existsSync(place))
  const args = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
  args.push("--disable-component-update", "--disable-sync")
  if (process.getuid?.() === 0) args.push("--no-sandbox")
  return { launchOptions: { ...(executablePath && { executablePath }), args } }
}
