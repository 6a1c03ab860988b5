import {
  type Agent,
  request as ask,
  type IncomingHttpHeaders,
  type OutgoingHttpHeaders,
  type RequestOptions,
} from "node:http"
import { BASELINE, fontsIn } from "../front/answer"
import { readPage } from "../front/page"
import type { Made } from "./kept"
import { readerPolicy, scriptedPolicy } from "./policy"
import { selfContained } from "./self-contained"
import { inlineStyles } from "./styles"

/** An answer that is handed on as it is and not kept: Next's own redirect, a file, a page that is not whole without scripts. */
export type Passed = { status: number; headers: OutgoingHttpHeaders; body: Buffer }

export type Rendered = { made: Made } | { passed: Passed }

type Given = {
  next: { host: string; port: number }
  agent: Agent
  headers: OutgoingHttpHeaders
  sheet: (href: string) => string | undefined
  /** how far the database's clock, which a page's own times come from, is ahead of this machine's */
  ahead: () => number
  complain: (key: string, why: string) => void
  /** more headers for a page with these tags: what a CDN wants to know */
  marks: (tags: readonly string[]) => Record<string, string>
  /** pages are handed out as files, too, by a server that knows no page's headers */
  mirrored: boolean
}

const LARGEST = 8_000_000
const PATIENCE = 20_000

/** Has Next render an address, and makes of it what readers get. Throws when Next fails, so that something older can be shown. */
export function renderer({ next, agent, headers, sheet, ahead, complain, marks, mirrored }: Given) {
  return async (key: string): Promise<Rendered> => {
    const answer = await get({ ...next, agent, path: key, method: "GET", headers })
    if (answer.status >= 500) throw new Error(`Next answered ${answer.status}`)
    const type = String(answer.headers["content-type"] ?? "")
    // The page on which readers check the record is its script.
    if (answer.headers["x-standfirst-script"]) return file(answer)
    return /^text\/html\b/.test(type) ? page(key, answer) : file(answer)
  }

  function page(key: string, { status, headers: said, body }: Answer): Rendered {
    const source = body.toString("utf8")
    const read = readPage(source)
    if ("unfit" in read) {
      complain(key, `the page goes out as Next renders it, for ${read.unfit}`)
      const own = { ...BASELINE, "content-type": "text/html; charset=utf-8", "cache-control": "no-store" }
      return { passed: { status, headers: { ...own, "content-security-policy": scriptedPolicy(source) }, body } }
    }
    const { html, styles } = inlineStyles(read.html, sheet)
    const link = [fontsIn(String(said.link ?? "")), read.memento?.links].filter(Boolean).join(", ")
    const made: Made = {
      status: read.status === 200 && status !== 200 ? status : read.status,
      text: mirrored ? selfContained(html, styles, link) : html,
      headers: {
        ...titled(BASELINE),
        "Content-Type": "text/html; charset=utf-8",
        "Content-Security-Policy": readerPolicy(styles),
        "Cache-Control": "public, max-age=0, must-revalidate",
        Vary: "Accept-Encoding",
        ...(link && { Link: link }),
        ...(read.memento && { "Memento-Datetime": read.memento.at }),
        ...(read.location && { Location: read.location }),
        // Of addresses where there is nothing there is no end: nobody else shall keep them.
        ...(read.status !== 404 && marks(read.tags)),
      },
      tags: read.tags,
      until: localTime(read.until, ahead()),
    }
    return { made }
  }

  function file({ status, headers: said, body }: Answer): Rendered {
    const tags = said["x-standfirst-tags"]
    if (status !== 200 || tags === undefined) return { passed: { status, headers: passing(said), body } }
    const list = String(tags).split(" ").filter(Boolean)
    const modified = said["last-modified"]
    const made: Made = {
      status,
      text: body.toString("utf8"),
      headers: {
        ...titled(BASELINE),
        "Content-Type": String(said["content-type"]),
        "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
        "Cache-Control": "public, max-age=0, must-revalidate",
        Vary: "Accept-Encoding",
        ...(modified && { "Last-Modified": modified }),
        ...(said.link && { Link: String(said.link) }),
        ...marks(list),
      },
      tags: list,
      until: localTime(said["x-standfirst-until"], ahead()),
    }
    return { made }
  }
}

const localTime = (until: string | string[] | undefined, ahead: number) =>
  until === undefined ? Number.POSITIVE_INFINITY : new Date(String(until)).getTime() - ahead

const titled = (headers: OutgoingHttpHeaders) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))

const NOT_PASSED =
  /^(connection|keep-alive|transfer-encoding|content-length|set-cookie|x-powered-by|x-standfirst.*|x-next.*)$/

const passing = (headers: IncomingHttpHeaders): OutgoingHttpHeaders => ({
  ...BASELINE,
  ...Object.fromEntries(Object.entries(headers).filter(([name]) => !NOT_PASSED.test(name))),
})

type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer }

function get(options: RequestOptions): Promise<Answer> {
  return new Promise((done, fail) => {
    const asking = ask(options, (incoming) => {
      const chunks: Buffer[] = []
      let size = 0
      incoming.on("data", (chunk: Buffer) => {
        size += chunk.length
        if (size > LARGEST) asking.destroy(new Error(`the page is larger than ${LARGEST} bytes`))
        chunks.push(chunk)
      })
      incoming.on("error", fail)
      incoming.on("end", () =>
        done({ status: incoming.statusCode ?? 502, headers: incoming.headers, body: Buffer.concat(chunks) }),
      )
    })
    asking.setTimeout(PATIENCE, () => asking.destroy(new Error("Next did not answer in time")))
    asking.on("error", fail)
    asking.end()
  })
}
