import Link from "next/link"
import styles from "./related-rooms.module.css"

const ROOMS = {
  links: ["Outside links", "/newsroom/related"],
  packages: ["Packages", "/newsroom/related/packages"],
  many: ["In many stories", "/newsroom/related/many"],
  changes: ["Changes", "/newsroom/related/changes"],
  files: ["Files", "/newsroom/related/files"],
  gaps: ["Where nothing points", "/newsroom/related/gaps"],
} as const

/** From one room of related news to another. */
export const RelatedRooms = ({ at }: { at: keyof typeof ROOMS }) => (
  <nav aria-label="Related news" className={styles.rooms}>
    {Object.entries(ROOMS).map(([room, [name, address]]) => (
      <Link key={room} href={address} aria-current={room === at ? "page" : undefined}>
        {name}
      </Link>
    ))}
  </nav>
)
