import { Notice } from "@/components/ui/notice"

/** Said where what leads where is still being found out, as after the first start with an archive. */
export const StillLooking = () => (
  <Notice>
    Some stories are still being looked at, so this may not be all. Load the page again in a minute; “Jobs” shows how
    far it is.
  </Notice>
)
