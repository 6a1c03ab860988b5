import { paper } from "@/lib/paper"
import { Policy } from "./policy"

/** Why a story carries a name, or none. */
export const BylinesPage = () => (
  <Policy heading="Who writes what you read" over={`About ${paper.name}`}>
    <p>
      A name under a headline is a promise: this person was there, or asked, or read, and answers for the words. A name
      that is a link leads to everything its owner wrote for us.
    </p>
    <h2>By name</h2>
    <ul>
      <li>Reporters who did the reporting are named, in the order of their part in it.</li>
      <li>An agency such as Belga, AFP or Reuters is named where its text is the ground of ours.</li>
      <li>Analysis and opinion always carry a name, for a view belongs to somebody.</li>
    </ul>
    <h2>By staff</h2>
    <ul>
      <li>
        Short news that several people put together from notices, agencies and telephone calls is signed by the staff.
      </li>
      <li>A writer whose name would put them or their sources in danger goes unnamed, with the editor’s consent.</li>
      <li>The editor knows who wrote every line, and answers for all that is not signed.</li>
    </ul>
    <h2>What no byline may hide</h2>
    <p>
      Who pays for the work of a writer elsewhere, or has a stake in what they write about, says so at the end of the
      story. Nothing that was written by a machine is signed by a person.
    </p>
    <p>
      Found a mistake? <a href="/corrections#report">Tell us</a>; you need no account.
    </p>
  </Policy>
)
