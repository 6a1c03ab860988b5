import type { Metadata } from "next"
import { FrontDesk } from "../front-desk"

export const metadata: Metadata = { title: "Front" }

type Given = { params: Promise<{ page: string }> }

export default async function PageAtDesk({ params }: Given) {
  return <FrontDesk page={(await params).page} />
}
