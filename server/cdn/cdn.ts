/** A cache elsewhere: what pages tell it, and how it is told that they changed. */
export type Cdn = {
  /** one word for this cache and no other: another one knows nothing of what this one was told */
  name: string
  /** the header in which a page says its tags, what stands between them, and how long the header may be */
  tags: { header: string; between: string; longest: number }
  /** the header that says how long this cache, and not the browser, may keep a page */
  lifetime: string
  /** how many tags one call may name */
  atOnce: number
  /** has it forget what carries one of these; throws when it did not say that it has */
  purge(tags: readonly string[], signal: AbortSignal): Promise<void>
  purgeAll(signal: AbortSignal): Promise<void>
}

/** How long it keeps a page that nobody tells it to forget, in seconds. */
export const LIFETIME = 3_600

/** On every page, for what all of them show: section, topic and person names. */
const EVERY_PAGE = "names"

/**
 * The headers that let it keep a page with these tags. None where it could not be told to forget the page: then it has to ask each
 * time, as browsers do.
 */
export function marksFor({ tags: { header, between, longest }, lifetime }: Cdn, tags: readonly string[]) {
  const value = [EVERY_PAGE, ...tags].join(between)
  const sayable = tags.length > 0 && value.length <= longest && tags.every((tag) => /^[\w:.-]+$/.test(tag))
  return sayable ? { [header]: value, [lifetime]: `max-age=${LIFETIME}` } : {}
}

/** The header of a page that must be kept by nobody but who asked for it; see `handOut`. */
export const LIFETIMES: ReadonlySet<string> = new Set(["Surrogate-Control", "CDN-Cache-Control"])
