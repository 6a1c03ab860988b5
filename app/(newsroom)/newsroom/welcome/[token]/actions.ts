"use server"
import { redirect } from "next/navigation"
import { z } from "zod"
import { openFormAction } from "@/lib/form-action.server"
import { password } from "@/lib/people/forms"
import { acceptInvitation } from "@/lib/people/invitations.server"
import { beginSession } from "@/lib/people/sign-in.server"

const given = z.object({
  token: z.string().max(100),
  password,
  name: z.string().max(300).optional(),
  email: z.string().max(400).optional(),
})

export const welcomeAction = openFormAction(given, async ({ token, ...welcome }) => {
  const answer = await acceptInvitation(token, welcome)
  if ("refused" in answer) return { refused: answer.refused, name: welcome.name, email: welcome.email }
  await beginSession(answer.person.id)
  redirect("/newsroom")
})
