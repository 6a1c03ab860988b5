import { historyAddress } from "@/lib/versions/versions"
import { Moment } from "./moment"
import "./styles/history.css"

type Props = { address: string; number: number; current: number; at: Date }

/** Over a version at its own address: that it is one, and the ways to what stands now. */
export const VersionNote = ({ address, number, current, at }: Props) => (
  <aside className="version-note" aria-label="Version">
    <p>
      <strong>
        {number === current ? `This is version ${number}, the current one` : `This is version ${number}, an old one`}
      </strong>
      , as readers had it from <Moment at={at} />.
    </p>
    <p className="version-doors">
      <a href={address}>Read the story as it stands</a>
      {number !== current && <a href={historyAddress(address, number, current)}>What has changed since</a>}
      <a href={historyAddress(address)}>All versions</a>
    </p>
  </aside>
)
