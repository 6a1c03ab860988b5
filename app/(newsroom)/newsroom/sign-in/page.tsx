import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { Door } from "@/components/people/door"
import { SignInForm } from "@/components/people/sign-in-form"
import { paper } from "@/lib/paper"
import { ownNewsroomPath } from "@/lib/people/next-path"
import { currentPerson } from "@/lib/people/sign-in.server"
import { signInAction } from "./actions"

export const metadata: Metadata = { title: "Sign in" }

type Asked = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function SignInPage({ searchParams }: Asked) {
  const { next, error } = await searchParams
  const path = ownNewsroomPath(typeof next === "string" ? next : null)
  if (await currentPerson()) redirect(path)
  // next-auth sends its own refusals here. What stands in an address is never printed: anybody can write one.
  const notice = error === undefined ? undefined : "That did not work. Check the email address and the password."
  return (
    <Door paperName={paper.name} title="Sign in to the newsroom">
      <SignInForm signIn={signInAction} next={path} notice={notice} />
    </Door>
  )
}
