type Props = { status: 404 | 410 } | { status: 308; location: string }

/**
 * How a page tells the front process which status to answer with (server/front.ts reads and removes these): a status
 * set by Next itself would come with its own page, and with scripts.
 */
export const PageStatus = (props: Props) => (
  <>
    <meta name="standfirst-status" content={String(props.status)} />
    {"location" in props && <meta name="standfirst-location" content={props.location} />}
  </>
)
