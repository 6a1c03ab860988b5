import { jsonForScript } from "@/lib/feeds/json-ld"

/** What a page says of itself in schema.org's words: a data block, never run, in which every "<" is escaped. */
export const JsonLd = ({ value }: { value: object }) => (
  <script type="application/ld+json">{jsonForScript(value)}</script>
)
