import "server-only"

/** JSON of the record: it is another with every entry, so nobody keeps it. Null is 404, or 410 where there was something. */
export const recordAnswer = (body: unknown, withdrawn = false): Response =>
  body === null
    ? new Response(withdrawn ? "This story was withdrawn.\n" : "The record has nothing at this address.\n", {
        status: withdrawn ? 410 : 404,
        headers: { "content-type": "text/plain", "cache-control": "no-store" },
      })
    : Response.json(body, { headers: { "cache-control": "no-store", "access-control-allow-origin": "*" } })

/** A number of an address; null where it is none. */
export const numberIn = (word: string): number | null => (/^(?:0|[1-9][0-9]{0,8})$/.test(word) ? Number(word) : null)
