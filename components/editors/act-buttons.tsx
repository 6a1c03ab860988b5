import { Button } from "@/components/ui/button"
import { Drop } from "@/components/ui/drop"
import { ACTS, type Act } from "@/lib/story/acts"
import type { Change } from "@/lib/story/story"
import { lookOf, placed } from "./act-words"

type Props = {
  open: readonly Act[]
  proposed: Change | null
  busy: boolean
  onChoose: (act: Act) => void
  /** sets the changes aside; null where there are none, or some are aside already */
  onAside: (() => void) | null
}

/** Everything that can be done with a story now: the usual beside each other, the rest under "More". */
export function ActButtons({ open, proposed, busy, onChoose, onAside }: Props) {
  const { bar, more } = placed(open, proposed)
  const button = (act: Act) => (
    <Button
      key={act}
      look={lookOf(act, open, proposed)}
      aria-disabled={busy || undefined}
      onClick={() => !busy && onChoose(act)}
    >
      {ACTS[act].label}
    </Button>
  )
  return (
    <>
      {bar.map(button)}
      {(more.length > 0 || onAside) && (
        <Drop look="plain" summary="More">
          {onAside && (
            <Button onClick={() => !busy && onAside()} aria-disabled={busy || undefined}>
              Set the changes aside
            </Button>
          )}
          {more.map(button)}
        </Drop>
      )}
    </>
  )
}
