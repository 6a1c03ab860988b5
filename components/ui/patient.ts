"use client"

import { useSyncExternalStore } from "react"

/** The pauses between attempts, in milliseconds; the last one is kept. */
const PAUSES = [500, 1_000, 2_000, 4_000]

/** What stands before the newsroom says so while the newsroom itself is away. */
const AWAY = [502, 503, 504]

/** What fails on the newsroom's own side so many times in a row is no matter of waiting. */
const MOST_FAILURES = 6

let waiting = 0
const listeners = new Set<() => void>()

function wait(more: 1 | -1) {
  waiting += more
  for (const tell of listeners) tell()
}

/**
 * From now on, screens that are asked for wait until the newsroom answers. Next's router would leave the page where an answer fails, and
 * with it everything that somebody writes on it. What is meant to change something is not asked for again: it may have been done.
 */
export function waitForScreens() {
  const ask = window.fetch.bind(window)
  window.fetch = (input, init) => (isScreen(init) ? patiently(ask, input, init) : ask(input, init))
}

/** Is somebody waiting for a screen that could not be had yet? */
export const useWaiting = () =>
  useSyncExternalStore(
    listen,
    () => waiting > 0,
    () => false,
  )

function listen(tell: () => void) {
  listeners.add(tell)
  return () => void listeners.delete(tell)
}

/** What Next's router asks for, and not only beforehand. */
function isScreen(init: RequestInit | undefined) {
  const headers = new Headers(init?.headers)
  return (init?.method ?? "GET") === "GET" && headers.has("rsc") && !headers.has("next-router-prefetch")
}

async function patiently(ask: typeof fetch, input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const answer = await attempt(ask, input, init)
  if (answer && answer.status < 500) return answer
  wait(1)
  try {
    for (let [times, failures] = [0, 0]; ; times++) {
      await pause(PAUSES[Math.min(times, PAUSES.length - 1)] as number)
      const answer = await attempt(ask, input, init)
      failures = answer && answer.status >= 500 ? failures + 1 : 0
      if (answer && (answer.status < 500 || failures > MOST_FAILURES)) return answer
    }
  } finally {
    wait(-1)
  }
}

/** The answer with all of its body, or null where nobody was there to its end; throws when it is not wanted any more. */
async function attempt(ask: typeof fetch, input: RequestInfo | URL, init?: RequestInit): Promise<Response | null> {
  init?.signal?.throwIfAborted()
  const answer = await ask(input, init).catch(() => null)
  const whole = answer && !AWAY.includes(answer.status) ? await wholeOf(answer).catch(() => null) : null
  init?.signal?.throwIfAborted()
  return whole
}

/** An answer that may break off no more. The router asks it where it came from, which a new one does not know. */
async function wholeOf(answer: Response): Promise<Response> {
  const { status, statusText, headers, url, redirected } = answer
  const body = await answer.arrayBuffer()
  const whole = new Response(status === 204 || status === 304 ? null : body, { status, statusText, headers })
  return Object.defineProperties(whole, { url: { value: url }, redirected: { value: redirected } })
}

/** The next attempt, after so many milliseconds or as soon as the browser is back on a line. */
const pause = (milliseconds: number) =>
  new Promise<void>((done) => {
    const goOn = () => {
      clearTimeout(timer)
      removeEventListener("online", goOn)
      done()
    }
    const timer = setTimeout(goOn, milliseconds)
    addEventListener("online", goOn)
  })
