"use client"

import { usePathname } from "next/navigation"
import { useEffect, useRef, useSyncExternalStore } from "react"
import { isFocusFree } from "./free-focus"
import { Link } from "./link"
import styles from "./shell.module.css"

const never = () => () => {}

/** The newsroom's rooms. Stories belong to the newslist. */
export function Nav({ rooms }: { rooms: readonly { name: string; address: string }[] }) {
  const here = usePathname()
  // From the sign-in one comes without a page being loaded: then this is new, and so is the work.
  const loaded = useSyncExternalStore(
    never,
    () => false,
    () => true,
  )
  const from = useRef(loaded ? here : "")
  // What was pressed to come here is gone with its screen: whoever goes by keys goes on at the work, not before the menus.
  useEffect(() => {
    if (from.current === here) return
    from.current = here
    requestAnimationFrame(() => isFocusFree() && document.getElementById("work")?.focus({ preventScroll: true }))
  }, [here])
  const isHere = (address: string) =>
    address === "/newsroom"
      ? here === address || here.startsWith("/newsroom/stories/")
      : here === address || here.startsWith(`${address}/`)
  return (
    <nav aria-label="Newsroom" className={styles.nav}>
      <ul>
        {rooms.map(({ name, address }) => (
          <li key={address}>
            <Link href={address} aria-current={isHere(address) ? "page" : undefined}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
