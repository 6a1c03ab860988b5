import { useEffect, useState } from "react"
import type { Proposal } from "@/lib/versions/proposal"
import type { Doors } from "./doors"

/** What the saved changes of a live story seem to be; null while there are none, or while it is not known. */
export function useProposal(propose: Doors["propose"], id: string, revision: number, changed: boolean) {
  const [known, setKnown] = useState<{ revision: number; proposal: Proposal | null } | null>(null)
  useEffect(() => {
    if (!changed) return
    let gone = false
    propose({ id }).then(
      (answer) => !gone && "proposal" in answer && setKnown({ revision, proposal: answer.proposal }),
      () => undefined,
    )
    return () => {
      gone = true
    }
  }, [propose, id, revision, changed])
  return changed && known?.revision === revision ? known.proposal : null
}
