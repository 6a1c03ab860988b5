import { Link } from "@/components/ui/link"
import { Notice } from "@/components/ui/notice"

/** Tells administrators of links whose pages are gone, and how many of them readers do not see any more. */
export function GoneLinks({ gone, off }: { gone: number; off: number }) {
  if (!gone) return null
  const pages = gone === 1 ? "The page of one outside link is gone" : `The pages of ${gone} outside links are gone`
  const one = gone === 1
  const taken =
    off === 0
      ? `Readers still have ${one ? "it" : "them"}`
      : off === gone
        ? `Readers do not see ${one ? "it" : "them"}`
        : `Readers do not see ${off} of them`
  return (
    <Notice tone="warning">
      {pages}. {taken}. <Link href="/newsroom/related?state=gone">{one ? "See the link" : "See these links"}</Link>
    </Notice>
  )
}
