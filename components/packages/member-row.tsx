import { ArrowDown, ArrowUp, X } from "lucide-react"
import { useId } from "react"
import { StatusMark } from "@/components/story/status-mark"
import { Button } from "@/components/ui/button"
import { Link } from "@/components/ui/link"
import { dayOf } from "@/lib/dates"
import type { Member } from "@/lib/packages/packages"
import styles from "./packages.module.css"

/** One story of a package, and the ways to move it. Buttons at an end stay, so that the focus does. */
export function MemberRow({ member, at, last, onMove, onRemove }: MemberRowProps) {
  const name = useId()
  const button = (label: string, Mark: typeof X, act: () => void, off = false) => (
    <Button
      small
      look="quiet"
      aria-label={label}
      aria-describedby={name}
      title={label}
      aria-disabled={off || undefined}
      data-remove={label === "Take out" ? "" : undefined}
      onClick={() => !off && act()}
    >
      <Mark size={15} aria-hidden />
    </Button>
  )
  return (
    <li className={styles.member}>
      <div className={styles.words}>
        <p id={name} className={styles.headline}>
          <Link href={`/newsroom/stories/${member.story}`}>{member.headline || "A story without a headline"}</Link>
        </p>
        <p className={styles.soft}>
          <StatusMark status={member.status} /> · Put in by {member.addedBy}, {dayOf(member.addedAt)}
          {!member.live && ". Readers do not see it."}
        </p>
      </div>
      <div className={styles.buttons}>
        {button("Move up", ArrowUp, () => onMove(at - 1), at === 0)}
        {button("Move down", ArrowDown, () => onMove(at + 1), last)}
        {button("Take out", X, onRemove)}
      </div>
    </li>
  )
}

type MemberRowProps = {
  member: Member
  at: number
  last: boolean
  onMove: (to: number) => void
  onRemove: () => void
}
