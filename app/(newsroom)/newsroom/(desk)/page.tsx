import { Page } from "@/components/ui/page"

export default function NewslistPage() {
  return <Page title="Newslist">{null}</Page>
}
