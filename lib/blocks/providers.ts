type Row = {
  name: string
  /** the host that a reader's click opens */
  host: string
  /** what is there, in a word */
  thing: string
  /** the shape of an id; ids go into an address as they are, so nothing else may pass */
  id: RegExp
  address: (id: string) => string
  /** the id in an address as people copy it, if it is one of this provider's */
  find: (url: URL) => string | undefined
}

const HOST = "[a-z0-9-]+(?:\\.[a-z0-9-]+)+"

/** Where embedded things come from. Readers go there by a link of their own will: nothing is loaded from there. */
export const PROVIDERS = {
  youtube: {
    name: "YouTube",
    host: "youtube.com",
    thing: "Video",
    id: /^[\w-]{11}$/,
    address: (id) => `https://www.youtube.com/watch?v=${id}`,
    find: ({ hostname, pathname, searchParams }) =>
      hostname === "youtu.be"
        ? pathname.slice(1)
        : isHost(hostname, "youtube.com")
          ? (searchParams.get("v") ?? /^\/(?:shorts|live|embed)\/([^/]+)/.exec(pathname)?.[1])
          : undefined,
  },
  vimeo: {
    name: "Vimeo",
    host: "vimeo.com",
    thing: "Video",
    id: /^\d{1,12}(?:\/[0-9a-f]{6,16})?$/,
    address: (id) => `https://vimeo.com/${id}`,
    find: ({ hostname, pathname }) => (isHost(hostname, "vimeo.com") ? pathname.slice(1) : undefined),
  },
  x: {
    name: "X",
    host: "x.com",
    thing: "Message",
    id: /^\d{1,20}$/,
    address: (id) => `https://x.com/i/status/${id}`,
    find: ({ hostname, pathname }) =>
      isHost(hostname, "x.com") || isHost(hostname, "twitter.com")
        ? /^\/\w+\/(?:web\/)?status\/(\d+)/.exec(pathname)?.[1]
        : undefined,
  },
  mastodon: {
    name: "Mastodon",
    host: "",
    thing: "Message",
    id: new RegExp(`^${HOST}/@\\w+(?:@${HOST})?/\\d{1,20}$`),
    address: (id) => `https://${id}`,
    find: ({ hostname, pathname }) => (/^\/@[\w@.-]+\/\d+$/.test(pathname) ? hostname + pathname : undefined),
  },
  bluesky: {
    name: "Bluesky",
    host: "bsky.app",
    thing: "Message",
    id: new RegExp(`^(?:${HOST}|did:plc:[a-z2-7]{24})/[a-z2-7]{13}$`),
    address: (id) => `https://bsky.app/profile/${id.replace("/", "/post/")}`,
    find: ({ hostname, pathname }) => {
      const [, who, what] = /^\/profile\/([^/]+)\/post\/([^/]+)$/.exec(pathname) ?? []
      return isHost(hostname, "bsky.app") && who && what ? `${who}/${what}` : undefined
    },
  },
  instagram: {
    name: "Instagram",
    host: "instagram.com",
    thing: "Picture or video",
    id: /^[\w-]{5,40}$/,
    address: (id) => `https://www.instagram.com/p/${id}/`,
    find: ({ hostname, pathname }) =>
      isHost(hostname, "instagram.com") ? /^\/(?:[\w.]+\/)?(?:p|reel|tv)\/([^/]+)/.exec(pathname)?.[1] : undefined,
  },
} as const satisfies Record<string, Row>

export type Provider = keyof typeof PROVIDERS

const row = (provider: Provider): Row => PROVIDERS[provider]

export const isEmbedId = (provider: Provider, id: string) => row(provider).id.test(id)

/** Where the thing stands, for a reader who asks for it. */
export const addressOfEmbed = (provider: Provider, id: string) => row(provider).address(id)

/** The host that a click opens, in words; of Mastodon every server is one. */
export const hostOfEmbed = (provider: Provider, id: string) => row(provider).host || (id.split("/")[0] ?? "")

/** What somebody copied from a browser's address bar, as provider and id; undefined where it is of none that we know. */
export function readEmbedAddress(address: string): { provider: Provider; item: string } | undefined {
  const whole = /^https?:\/\//.test(address) ? address : `https://${address}`
  if (!URL.canParse(whole)) return undefined
  const url = new URL(whole)
  for (const provider of Object.keys(PROVIDERS) as Provider[]) {
    const item = row(provider).find(url)
    if (item !== undefined && isEmbedId(provider, item)) return { provider, item }
  }
  return undefined
}

function isHost(hostname: string, host: string) {
  return hostname === host || hostname.endsWith(`.${host}`)
}
