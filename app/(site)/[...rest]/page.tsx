import { NotFoundView } from "../not-found-view"

export const dynamic = "force-dynamic"

/** Every address that nothing else answers. */
export default function Rest() {
  return <NotFoundView />
}
