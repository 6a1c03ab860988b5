import { paper } from "@/lib/paper"
import "./styles/lists.css"
import "./styles/prose.css"

/** The policy that security.txt names: how to report a weakness, and what happens then. */
export const SecurityPage = ({ contact }: { contact: string }) => (
  <div className="list-page">
    <header className="list-head">
      <h1>Reporting a weakness</h1>
    </header>
    <div className="prose">
      <p>
        If you have found a way to read, change or stop something at {paper.name} that should not be possible, please
        tell us first: <a href={contact}>{contact.replace(/^(mailto|tel):/, "")}</a>.
      </p>
      <p>
        Say what you did and what you saw, so that we can repeat it. Use only accounts and stories of your own, read no
        more than you need to show it, and give us time to mend it before you tell others.
      </p>
      <p>Whoever keeps to this acts with our consent. When it is mended we name you, if you wish. We pay no rewards.</p>
      <p>
        The same address stands, for machines, in <a href="/.well-known/security.txt">security.txt</a>.
      </p>
    </div>
  </div>
)
