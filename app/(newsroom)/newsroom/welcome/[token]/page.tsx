import type { Metadata } from "next"
import { Door } from "@/components/people/door"
import { WelcomeForm } from "@/components/people/welcome-form"
import { ButtonLink } from "@/components/ui/button"
import { paper } from "@/lib/paper"
import { findInvitation } from "@/lib/people/invitations.server"
import { welcomeAction } from "./actions"

export const metadata: Metadata = { title: "Welcome" }

type Asked = { params: Promise<{ token: string }> }

/** Where a one-time address leads. Looking uses nothing up: mail programs look at addresses before people do. */
export default async function WelcomePage({ params }: Asked) {
  const { token } = await params
  const invitation = await findInvitation(token)
  if (!invitation)
    return (
      <Door
        paperName={paper.name}
        title="This address opens nothing any more"
        lead="It was used already, was replaced by a newer one, or is more than three days old. Ask an administrator for a new one."
      >
        <ButtonLink href="/newsroom/sign-in">Sign in instead</ButtonLink>
      </Door>
    )
  if (invitation.for === "first administrator")
    return (
      <Door
        paperName={paper.name}
        title="Make yourself the first administrator"
        lead="You can then add everybody else. This address works once."
      >
        <WelcomeForm welcome={welcomeAction} token={token} />
      </Door>
    )
  return (
    <Door
      paperName={paper.name}
      title={`Welcome, ${invitation.for.name}`}
      lead="Choose the password that you will sign in with. This address works once."
    >
      <WelcomeForm welcome={welcomeAction} token={token} email={invitation.for.email} />
    </Door>
  )
}
