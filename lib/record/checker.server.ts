import "server-only"
import { createHash } from "node:crypto"
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { paper } from "../paper"

const partOf = (name: string) => readFile(join(process.cwd(), "server", "record", "checker", name), "utf8")

/** The verifier as one file that needs nothing else: what it checks, and the command. */
export const verifierText = async () => (await partOf("core.mjs")) + (await partOf("command.mjs"))

const STYLE = `:root{color-scheme:light dark}body{max-width:44rem;margin:0 auto;padding:1.5rem 1rem;font:1.0625rem/1.55 Georgia,serif}
a{color:inherit}form{display:flex;flex-wrap:wrap;gap:.75rem;align-items:end;margin:1.5rem 0}label{display:grid;gap:.25rem;font:600 .875rem/1.3 system-ui,sans-serif}
input,button{min-height:2.5rem;padding:0 .75rem;border:1px solid currentColor;border-radius:.25rem;background:transparent;color:inherit;font:inherit}
input{font:1rem/1.4 system-ui,sans-serif}input[name=story]{width:min(28rem,80vw)}input[name=version]{width:5rem}li{margin:.5rem 0}.fails strong{color:light-dark(#a11212,#ff9a90)}.holds strong{color:light-dark(#12662f,#7fd69a)}`

/** The one page of the paper that runs a script, which is the verifier's own; and the policy that lets it run nothing else. */
export async function checkPage() {
  const script = `(async()=>{${await partOf("core.mjs")}${await partOf("page.mjs")}})()`
  const html = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Check a story | ${paper.name}</title><meta name="robots" content="noindex"><style>${STYLE}</style></head>
<body><main><p><a href="/">${paper.name}</a> · <a href="/record">The record</a></p><h1>Check a story</h1>
<p>Your browser fetches what the record says of a version, computes it anew, and compares. This is the one page of the paper with a script; it sends nothing anywhere.</p>
<form><label>Address of the story<input name="story" required placeholder="/belgium/canal-reopens"></label><label>Version<input name="version" required inputmode="numeric"></label><button>Check</button></form>
<ul id="steps" role="status"></ul><noscript><p>Checking needs a script. Without one: <a href="/record/verify.mjs">verify.mjs</a> does the same on your own machine.</p></noscript></main>
<script>${script}</script></body></html>`
  const policy = [
    `default-src 'none'; script-src ${sourceOf(script)}; style-src ${sourceOf(STYLE)}`,
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
