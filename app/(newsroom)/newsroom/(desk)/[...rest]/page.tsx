import { notFound } from "next/navigation"
import { requirePerson } from "@/lib/people/gate.server"

/** Addresses of the newsroom that lead nowhere; without this, the paper's own page would answer them. */
export default async function Nowhere() {
  await requirePerson()
  notFound()
}
