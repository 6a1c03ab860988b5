import { stampOf } from "../dates"
import { escapeText as x } from "../html"
import { paper } from "../paper"
import type { Entry, Feed } from "./entry"

const BEGINNING = new Date(0)

/** Atom 1.0 (RFC 4287) with the whole text of every story. */
export const atom = ({
  title,
  description,
  page,
  self,
  hub,
  changed,
  entries,
}: Feed) => `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${paper.language}">
<title>${x(title)}</title>
<subtitle>${x(description)}</subtitle>
<id>${x(page)}</id>
<link href="${x(page)}"/>
<link rel="self" type="application/atom+xml" href="${x(self)}"/>
${hub ? `<link rel="hub" href="${x(hub)}"/>\n` : ""}<updated>${stampOf(changed ?? newest(entries))}</updated>
<author><name>${x(paper.name)}</name></author>
${entries.map(entryXml).join("")}</feed>
`

const newest = (entries: readonly Entry[]) =>
  entries.map(changedAt).reduce((latest, at) => (at > latest ? at : latest), BEGINNING)

const changedAt = (entry: Entry) => entry.updatedAt ?? entry.publishedAt

const entryXml = (entry: Entry) => `<entry xml:lang="${x(entry.language)}">
<title>${x(entry.headline)}</title>
<id>${x(entry.id)}</id>
<link href="${x(entry.address)}"/>
${entry.history ? `<link rel="version-history" href="${x(entry.history)}"/>\n` : ""}${entry.related.map(related).join("")}<published>${stampOf(entry.publishedAt)}</published>
<updated>${stampOf(changedAt(entry))}</updated>
${entry.authors.map(author).join("")}${[entry.section, ...entry.topics]
  .map((name) => `<category term="${x(name)}"/>\n`)
  .join("")}<summary>${x(entry.standfirst)}</summary>
<content type="html">${x(entry.html)}</content>
</entry>
`

const related = ({ address, title }: Entry["related"][number]) =>
  `<link rel="related" href="${x(address)}" title="${x(title)}"/>\n`

const author = ({ name, page }: Entry["authors"][number]) =>
  `<author><name>${x(name)}</name>${page ? `<uri>${x(page)}</uri>` : ""}</author>\n`
