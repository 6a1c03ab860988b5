import { useEffect, useState } from "react"
import type { Proposal } from "@/lib/versions/proposal"
import type { Doors } from "./doors"

/** `move`: what another address brings with it, in sentences; null: it stays where it is. */
export type Proposed = Proposal & { move: string[] | null }

/** What the saved changes of a live story seem to be; null while there are none, or while it is not known. */
export function useProposal(propose: Doors["propose"], id: string, revision: number, changed: boolean) {
  const [known, setKnown] = useState<{ revision: number; proposed: Proposed | null } | null>(null)
  useEffect(() => {
    if (!changed) return
    let gone = false
    propose({ id }).then(
      (answer) => {
        if (gone || !("proposal" in answer)) return
        const { proposal, move } = answer
        setKnown({ revision, proposed: proposal && { ...proposal, move } })
      },
      () => undefined,
    )
    return () => {
      gone = true
    }
  }, [propose, id, revision, changed])
  return changed && known?.revision === revision ? known.proposed : null
}
