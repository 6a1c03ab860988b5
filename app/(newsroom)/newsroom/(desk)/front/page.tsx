import type { Metadata } from "next"
import { FRONT } from "@/lib/front/arrangement"
import { FrontDesk } from "./front-desk"

export const metadata: Metadata = { title: "Front" }

export default function FrontAtDesk() {
  return <FrontDesk page={FRONT} />
}
