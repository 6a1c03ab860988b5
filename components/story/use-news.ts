import { useEffect, useRef, useState } from "react"
import type { NewslistItem } from "@/lib/story/newslist-line"
import { type Shown, shownOf, takeIn } from "@/lib/story/newslist-news"

/** How often a list that is looked at asks what is new, in milliseconds; while nobody answers, less and less often. */
const EVERY = 4_000
const SELDOM = 60_000

type Given = {
  items: readonly NewslistItem[]
  /** when the list was made, by the database's clock */
  at: string
  /** the filter, as an address has it */
  query: string
  /** is it the list's first page? */
  first: boolean
}

/** The list as it is by now, and why it may not be. Nothing is asked for while nobody looks at the page. */
export function useNews({ items, at, query, first }: Given): { shown: Shown; fault: string } {
  const [shown, setShown] = useState(() => shownOf(items, at))
  const [made, setMade] = useState(at)
  const [fault, setFault] = useState("")
  if (made !== at) {
    setMade(at)
    setShown(shownOf(items, at))
  }
  const latest = useRef(shown)
  latest.current = shown
  useEffect(() => {
    let wait = EVERY
    let timer: ReturnType<typeof setTimeout> | undefined
    let asked: AbortController | null = null
    const ask = async () => {
      clearTimeout(timer)
      asked?.abort()
      if (document.visibilityState === "hidden") return
      const own = new AbortController()
      asked = own
      try {
        const signal = AbortSignal.any([own.signal, AbortSignal.timeout(10_000)])
        const from = new URLSearchParams(query)
        from.set("since", latest.current.at)
        from.set("shown", idsOf(latest.current).join())
        const answer = await fetch(`/api/v1/newslist?${from}`, { signal })
        if (answer.status === 401)
          return setFault("You are signed out: the list stays as it is. Sign in again to go on.")
        // The first is asked for seconds after the list can be used: what reads it comes then.
        const { readNews } = await import("./read-news")
        const news = readNews(await answer.json())
        setShown((before) => takeIn(before, news, { first }))
        setFault("")
        wait = EVERY
      } catch {
        if (own.signal.aborted) return
        setFault("The list may be out of date: the server cannot be reached. It is asked again by itself.")
        wait = Math.min(wait * 2, SELDOM)
      }
      timer = setTimeout(ask, wait)
    }
    timer = setTimeout(ask, EVERY)
    document.addEventListener("visibilitychange", ask)
    return () => {
      clearTimeout(timer)
      asked?.abort()
      document.removeEventListener("visibilitychange", ask)
    }
  }, [query, first])
  return { shown, fault }
}

/** An address holds no more. */
const MOST = 150

const idsOf = ({ rows, fresh }: Shown) => [...rows.map(({ id }) => id), ...fresh].slice(0, MOST)
