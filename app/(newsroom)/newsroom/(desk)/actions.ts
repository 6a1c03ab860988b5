"use server"

import { redirect } from "next/navigation"
import { z } from "zod"
import { formAction } from "@/lib/form-action.server"
import { signOut } from "@/lib/people/sign-in.server"

const end = formAction(z.unknown(), async () => {
  await signOut()
  return {}
})

/** Signs out, and shows the door. Whoever is signed out already gets there as well. */
export async function leave(): Promise<void> {
  await end({})
  redirect("/newsroom/sign-in")
}
