"use server"
import { redirect } from "next/navigation"
import { z } from "zod"
import { openFormAction } from "@/lib/form-action.server"
import { ownNewsroomPath } from "@/lib/people/next-path"
import { signIn } from "@/lib/people/sign-in.server"

const given = z.object({
  email: z.string().max(320, "An email address is shorter than this."),
  password: z.string().max(1_000, "A password is shorter than this."),
  next: z.string().max(1_000).optional(),
})

export const signInAction = openFormAction(given, async ({ email, password, next }) => {
  const answer = await signIn({ email, password })
  if ("refused" in answer) return { refused: answer.refused, email }
  redirect(ownNewsroomPath(next))
})
