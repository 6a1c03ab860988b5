import { readFileSync } from "node:fs"
import { join } from "node:path"

// Checks structured data against schema.org's own vocabulary file, in STANDARDS_DIR.

type Term = {
  "@id": string
  "@type": string | string[]
  "rdfs:subClassOf"?: Reference
  "schema:domainIncludes"?: Reference
  "schema:rangeIncludes"?: Reference
  "schema:supersededBy"?: Reference
}
type Reference = { "@id": string } | { "@id": string }[]
type Node = Record<string, unknown>

const namesIn = (reference: Reference | undefined) =>
  [reference ?? []].flat().map((one) => one["@id"].replace("schema:", ""))

let loaded: Map<string, Term> | undefined

function vocabulary() {
  if (loaded) return loaded
  const file = join(process.env.STANDARDS_DIR ?? "", "schemaorg-current-https.jsonld")
  const graph: Term[] = JSON.parse(readFileSync(file, "utf8"))["@graph"]
  loaded = new Map(graph.map((term) => [term["@id"].replace("schema:", ""), term]))
  return loaded
}

/** Every mistake in a piece of structured data, in a sentence with the path to it; none where it is right. */
export function mistakesIn(value: unknown, path = "$"): string[] {
  if (Array.isArray(value)) return value.flatMap((part, index) => mistakesIn(part, `${path}[${index}]`))
  if (value === null || typeof value !== "object") return []
  const node = value as Node
  const types = [node["@type"] ?? []].flat().map(String)
  if (types.length === 0) return [`${path} has no @type`]
  const unknown = types.filter((type) => !isClass(type)).map((type) => `${path}: there is no type ${type}`)
  const own = new Set(types.flatMap(withAncestors))
  const found = Object.entries(node).flatMap(([name, part]) =>
    name.startsWith("@") ? [] : mistakesInProperty(name, part, own, `${path}.${name}`),
  )
  return [...unknown, ...found]
}

function mistakesInProperty(name: string, part: unknown, own: Set<string>, path: string): string[] {
  const term = vocabulary().get(name)
  if (!term || ![term["@type"]].flat().includes("rdf:Property")) return [`${path}: there is no property ${name}`]
  if (term["schema:supersededBy"]) return [`${path}: ${name} is superseded`]
  const domain = namesIn(term["schema:domainIncludes"])
  const misplaced = domain.some((type) => own.has(type)) ? [] : [`${path}: ${[...own][0]} has no ${name}`]
  const range = namesIn(term["schema:rangeIncludes"])
  const values = [part].flat()
  const wrong = values.flatMap((one, index) =>
    fits(one, range) ? [] : [`${path}[${index}]: ${JSON.stringify(one)} is none of ${range.join(", ")}`],
  )
  return [...misplaced, ...wrong, ...mistakesIn(values.filter(isNode), path)]
}

const isNode = (value: unknown) => value !== null && typeof value === "object"

const INSTANT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2}))?$/

/** May this stand where one of these types is expected? A thing may be named by its address alone. */
function fits(value: unknown, range: readonly string[]): boolean {
  const allows = (...types: string[]) => types.some((type) => range.includes(type))
  if (typeof value === "boolean") return allows("Boolean")
  if (typeof value === "number")
    return allows("Number") || (allows("Integer") && Number.isInteger(value)) || measures(range)
  if (typeof value === "string") {
    if (allows("Text")) return value.trim() !== ""
    if (allows("Date", "DateTime")) return INSTANT.test(value) && !Number.isNaN(Date.parse(value))
    return (allows("URL") || range.some(isThing)) && URL.canParse(value)
  }
  const types = [(value as Node)["@type"] ?? []].flat().map(String)
  return types.flatMap(withAncestors).some((type) => range.includes(type))
}

/** Width and height are distances or quantities, which a bare number of pixels stands for in every example of theirs. */
const measures = (range: readonly string[]) => range.includes("QuantitativeValue") || range.includes("Distance")

const isClass = (type: string) => [vocabulary().get(type)?.["@type"] ?? []].flat().includes("rdfs:Class")

const isThing = (type: string) => withAncestors(type).includes("Thing")

function withAncestors(type: string): string[] {
  const above = namesIn(vocabulary().get(type)?.["rdfs:subClassOf"])
  return [type, ...above.flatMap(withAncestors)]
}
