import { ArrowUpRight } from "lucide-react"
import type { ReactNode } from "react"
import { Link } from "./link"
import { Nav } from "./nav"
import styles from "./shell.module.css"

/** What stays around every screen of the newsroom: the nameplate, the rooms, the way to everything by words, who is signed in, and the way out. */
export function Shell({ paperName, rooms, person, find, signOut, children }: ShellProps) {
  return (
    <div className={styles.shell}>
      <a href="#work" className={styles.skip}>
        Skip to the work
      </a>
      <header className={styles.bar}>
        <Link href="/newsroom" className={styles.nameplate}>
          {paperName}
        </Link>
        <Nav rooms={rooms} />
        {find}
        <div className={styles.me}>
          <a href="/" className={styles.paper}>
            The paper
            <ArrowUpRight size={14} aria-hidden />
          </a>
          <span className={styles.who}>
            {person.name} <span className={styles.role}>{person.role}</span>
          </span>
          {signOut}
        </div>
      </header>
      <main id="work" tabIndex={-1} className={styles.work}>
        {children}
      </main>
    </div>
  )
}

type ShellProps = {
  paperName: string
  rooms: readonly { name: string; address: string }[]
  person: { name: string; role: string }
  /** the way to everything by words */
  find: ReactNode
  signOut: ReactNode
  children: ReactNode
}
