import type { ComponentProps } from "react"
import styles from "./button.module.css"
import { Link } from "./link"

/** `strong` is the one thing to do here; `quiet` is for bars and rows; `danger` takes something away from readers. */
export type Look = "plain" | "strong" | "quiet" | "danger"

type Shared = { look?: Look; small?: boolean }

const classOf = ({ look = "plain", small }: Shared, more?: string) =>
  [styles.button, styles[look], small && styles.small, more].filter(Boolean).join(" ")

export function Button({ look, small, className, type = "button", ...rest }: Shared & ComponentProps<"button">) {
  return <button type={type} className={classOf({ look, small }, className)} {...rest} />
}

/** A link that looks like a button: for going somewhere, never for doing something. */
export function ButtonLink({ look, small, className, ...rest }: Shared & ComponentProps<typeof Link>) {
  return <Link className={classOf({ look, small }, className)} {...rest} />
}
