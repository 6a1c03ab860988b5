"use client"

export { BrokenScreen as default } from "@/components/ui/broken-screen"
