import { Link } from "@/components/ui/link"
import type { Person } from "@/lib/people/people"
import { type RelatedRoom, relatedRoomsOf } from "@/lib/people/rooms"
import styles from "./related-rooms.module.css"

/** From one room of related news to another, of those that are open to this person. */
export const RelatedRooms = ({ at, me }: { at: RelatedRoom; me: Pick<Person, "role"> }) => (
  <nav aria-label="Related news" className={styles.rooms}>
    {relatedRoomsOf(me).map(({ at: room, name, address }) => (
      <Link key={room} href={address} aria-current={room === at ? "page" : undefined}>
        {name}
      </Link>
    ))}
  </nav>
)
