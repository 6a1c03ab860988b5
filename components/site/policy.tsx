import type { ReactNode } from "react"
import "./styles/lists.css"
import "./styles/prose.css"

type Props = { heading: string; over: string; children: ReactNode }

/** A page on which the paper says what it holds itself to. */
export const Policy = ({ heading, over, children }: Props) => (
  <div className="policy">
    <header className="list-head">
      <p className="kicker">{over}</p>
      <h1>{heading}</h1>
    </header>
    <div className="prose">{children}</div>
  </div>
)
