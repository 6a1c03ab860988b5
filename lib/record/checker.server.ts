import "server-only"
import { createHash } from "node:crypto"
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { paper } from "../paper"

const partOf = (name: string) => readFile(join(process.cwd(), "server", "record", "checker", name), "utf8")
const sheetOf = (name: string) => readFile(join(process.cwd(), "components", "site", "styles", name), "utf8")

/** The verifier as one file that needs nothing else: what it checks, and the command. */
export const verifierText = async () => (await partOf("core.mjs")) + (await partOf("command.mjs"))

/** The one page of the paper that runs a script, which is the verifier's own; and the policy that lets it run nothing else. */
export async function checkPage() {
  const script = `(async()=>{${await partOf("core.mjs")}${await partOf("page.mjs")}})()`
  const sheets = await Promise.all(["paper.css", "frame.css", "search.css"].map(sheetOf))
  const style = [...sheets, await partOf("page.css")].join("")
  const links = [
    ["/", "Front page"],
    ["/record", "The record"],
    ["/corrections", "Corrections"],
    ["/search", "Search"],
  ].map(([address, name]) => `<li><a href="${address}">${name}</a></li>`)
  const html = `<!DOCTYPE html><html lang="${paper.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Check a story | ${paper.name}</title><meta name="robots" content="noindex"><style>${style}</style></head>
<body class="paper"><header class="masthead"><p class="nameplate"><a href="/">${paper.name}</a></p><nav aria-label="Paper"><ul>${links.join("")}</ul></nav></header>
<main><div class="notice check"><p class="kicker">The record</p><h1>Check a story</h1>
<p>Your browser fetches what the record says of a version, computes it anew, and compares. This is the one page of the paper with a script; it sends nothing anywhere.</p>
<form class="search-field"><label>Address of the story<input name="story" required placeholder="/belgium/canal-reopens"></label><label>Version<input name="version" required inputmode="numeric"></label><button>Check</button></form>
<ul id="steps" role="status"></ul><noscript><p>Checking needs a script. Without one: <a href="/record/verify.mjs">verify.mjs</a> does the same on your own machine.</p></noscript></div></main>
<script>${script}</script></body></html>`
  const policy = [
    `default-src 'none'; script-src ${sourceOf(script)}; style-src ${sourceOf(style)}`,
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  ].join("; ")
  return { html, headers: { ...OWN, "content-security-policy": policy } }
}

const OWN = {
  "content-type": "text/html; charset=utf-8",
  "cache-control": "no-store",
  // The front process hands it on as it is.
  "x-standfirst-script": "own",
}

const sourceOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`
