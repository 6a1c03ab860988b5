/** What Next made of a reader page, turned into what readers get. */
export type Page = {
  status: number
  location?: string
  html: string
  /** what it depends on: see lib/record/tags.ts */
  tags: string[]
  /** of a version at its own address: its moment, and the links of its story's time */
  memento?: { at: string; links: string }
  /** the moment at which it changes by itself, as the database's clock tells it */
  until?: string
}

const META = /<meta name="standfirst-(status|location|tags|until|memento)" content="([^"]*)"\s*\/?>/g
const SCRIPT = /<script\b([^>]*)>[\s\S]*?<\/script>/g
const LINK = /<link\b([^>]*)>/g
const STRUCTURED = /\btype="application\/ld\+json"/
// Left by content that React streams after the shell and moves into place by script: without scripts it would stay hidden.
const HOLE = /<template id="(?:B|P):|<div hidden="" id="S:|<template data-dgst=|<html id="__next_error__"/

/**
 * Takes status and address out of the page's meta elements, and every executable script, script preload and the flight data
 * out of its text. A scanner is enough, because React escapes "<" in text and attributes: what looks like an element is one.
 * Refuses, with the reason, a page that is not whole without scripts.
 */
export function readPage(source: string): Page | { unfit: string } {
  const hole = HOLE.exec(source)
  if (hole) return { unfit: `it holds ${hole[0]}, which only a script could complete` }
  const said: Record<string, string> = {}
  const html = source
    .replace(META, (_element, name: string, content: string) => {
      said[name] = decode(content)
      return ""
    })
    .replace(SCRIPT, (element, attributes: string) => (STRUCTURED.test(attributes) ? element : ""))
    .replace(LINK, (element, attributes: string) => (loadsScript(attributes) ? "" : element))
    .replace(/<!--(?:\$|\/\$|&|\/&| )?-->/g, "")
    .replace(/<div hidden=""><\/div>/g, "")
  if (/<script\b(?![^>]*ld\+json)/.test(html)) return { unfit: "a script is left in it" }
  const status = said.status === undefined ? 200 : Number(said.status)
  if (![200, 404, 410, 308].includes(status)) return { unfit: `"${said.status}" is no status of a reader page` }
  // Without them, nobody could know when it changes.
  if (said.tags === undefined && status !== 404) return { unfit: "it does not say what it depends on" }
  const page = { status, html, tags: said.tags?.split(" ").filter(Boolean) ?? [] }
  const until = { ...(said.until !== undefined && { until: said.until }), ...mementoIn(said.memento) }
  if (status !== 308) return { ...page, ...until }
  if (!said.location || !isOwn(said.location)) return { unfit: "it moved, and does not say where" }
  return { ...page, ...until, location: said.location }
}

/** "Tue, 24 Nov 2026 13:05:09 GMT" and then links; nothing where it is another thing. */
function mementoIn(said: string | undefined) {
  const [, at, links] = /^(\w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT) ([\x20-\x7e]*)$/.exec(said ?? "") ?? []
  return at && links ? { memento: { at, links } } : {}
}

function loadsScript(attributes: string) {
  return (
    /\brel="modulepreload"/.test(attributes) || (/\brel="preload"/.test(attributes) && /\bas="script"/.test(attributes))
  )
}

/** A path of this paper: one slash, and nothing that a browser takes for another host or a header's end. */
function isOwn(location: string) {
  return /^\/(?![/\\])[\x21-\x7e]*$/.test(location)
}

function decode(text: string) {
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
}
