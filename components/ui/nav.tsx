"use client"

import Link from "next/link"
import { usePathname } from "next/navigation"
import styles from "./shell.module.css"

/** The newsroom's rooms. Stories belong to the newslist. */
export function Nav({ rooms }: { rooms: readonly { name: string; address: string }[] }) {
  const here = usePathname()
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
