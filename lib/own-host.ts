/** Is this a name of the machine itself? */
export const isLoopback = (hostname: string) => /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname)

/**
 * Where a page of the newsroom should be opened instead, when it was asked for under another host name than its own: forms sent from
 * there would be refused. Null when the name is right, or is one that only a reverse proxy would use for us (sending those away
 * would send them round in circles).
 */
export function ownAddress(host: string | null, publicOrigin: string, path: string): string | null {
  const own = new URL(publicOrigin)
  if (!host || !URL.canParse(`http://${host}`)) return null
  const asked = new URL(`http://${host}`).hostname
  if (asked === own.hostname) return null
  const bothAtHome = isLoopback(asked) && isLoopback(own.hostname)
  const aNameOfTheWeb = /\.[a-z][a-z0-9-]*$/i.test(asked)
  return bothAtHome || aNameOfTheWeb ? publicOrigin + path : null
}
