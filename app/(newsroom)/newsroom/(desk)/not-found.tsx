import { ButtonLink } from "@/components/ui/button"
import { Empty } from "@/components/ui/empty"

export default function NotAtDesk() {
  return (
    <Empty screen title="There is nothing at this address">
      <p>The story may never have been here, or the address was cut short on its way to you.</p>
      <ButtonLink href="/newsroom">To the newslist</ButtonLink>
    </Empty>
  )
}
