import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react"
import type { ComponentProps } from "react"
import styles from "./notice.module.css"

const MARKS = { plain: Info, good: CircleCheck, warning: TriangleAlert, problem: CircleAlert }

/** A sentence about where things stand. Give it role="alert" or role="status" where it appears by itself. */
export function Notice({ tone = "plain", children, className, ...rest }: NoticeProps) {
  const Mark = MARKS[tone]
  return (
    <div className={[styles.notice, styles[tone], className].filter(Boolean).join(" ")} {...rest}>
      <Mark size={16} aria-hidden className={styles.mark} />
      <div className={styles.words}>{children}</div>
    </div>
  )
}

type NoticeProps = { tone?: keyof typeof MARKS } & ComponentProps<"div">
