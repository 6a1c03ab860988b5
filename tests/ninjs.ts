import { readFileSync } from "node:fs"
import { join } from "node:path"
import Ajv from "ajv/dist/2020"

// Checks ninjs against IPTC's own schemas, in STANDARDS_DIR.

const FORMATS = {
  uri: (value: string) => URL.canParse(value),
  "date-time": /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/,
}

/** Every mistake in a document, in a sentence; none where it is right. */
export function mistakesInNinjs(version: "2.2" | "3.1", document: unknown): string[] {
  const file = join(process.env.STANDARDS_DIR ?? "", `ninjs-schema_${version}.json`)
  const ajv = new Ajv({ strict: false, allErrors: true, formats: FORMATS })
  // Places of ours have no shapes; the schema names one of somebody else's for them.
  ajv.addSchema({}, "https://geojson.org/schema/GeoJSON.json")
  const valid = ajv.compile(JSON.parse(readFileSync(file, "utf8")))
  return valid(document) ? [] : (valid.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}
