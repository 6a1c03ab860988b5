import { Empty } from "@/components/ui/empty"
import { Page } from "@/components/ui/page"

/** A room of related news before somebody whom it is not open to. */
export const NotYours = ({ title }: { title: string }) => (
  <Page title={title}>
    <Empty title="Administrators change related news in many stories at once">
      <p>
        You put items in and take them out in a story, under “Related news”. For many stories, ask an administrator.
      </p>
    </Empty>
  </Page>
)
