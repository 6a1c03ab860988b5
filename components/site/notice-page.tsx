import type { ReactNode } from "react"
import { Moment } from "./moment"

/** A page that says why there is nothing to read at an address, and where to go. */
const Notice = ({ heading, children }: { heading: string; children: ReactNode }) => (
  <div className="notice">
    <h1>{heading}</h1>
    {children}
  </div>
)

const ToTheFront = () => (
  <p>
    <a href="/">Go to the front page</a>
  </p>
)

export const NotFoundPage = () => (
  <Notice heading="There is no page at this address">
    <p>The address may have been typed wrong, or the page may never have been published.</p>
    <ToTheFront />
  </Notice>
)

export const WithdrawnPage = ({ notice, at }: { notice: string; at: Date }) => (
  <Notice heading="This story has been withdrawn">
    <p className="notice-words">{notice}</p>
    <p className="card-date">
      Withdrawn <Moment at={at} />
    </p>
    <ToTheFront />
  </Notice>
)

export const MovedPage = ({ to }: { to: string }) => (
  <Notice heading="This story has moved">
    <p>
      It now stands at <a href={to}>{to}</a>.
    </p>
  </Notice>
)
