import type { Metadata, Viewport } from "next"
import localFont from "next/font/local"
import type { ReactNode } from "react"
import "@/components/ui/newsroom.css"
import { paper } from "@/lib/paper"

const ui = localFont({
  src: "../../node_modules/@fontsource-variable/libre-franklin/files/libre-franklin-latin-wght-normal.woff2",
  weight: "100 900",
  variable: "--font-ui",
  display: "swap",
})

const serif = localFont({
  src: [
    {
      path: "../../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2",
      style: "normal",
    },
    {
      path: "../../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2",
      style: "italic",
    },
  ],
  weight: "200 900",
  variable: "--font-serif",
  display: "swap",
})

export const metadata: Metadata = {
  title: { default: `Newsroom, ${paper.name}`, template: `%s, ${paper.name}` },
  robots: { index: false, follow: false },
}

export const viewport: Viewport = { colorScheme: "light dark", width: "device-width", initialScale: 1 }

/** The newsroom's page: fonts and tokens. The shell and the gate are in newsroom/(desk)/layout.tsx; signing in has neither. */
export default function NewsroomLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className={`${ui.variable} ${serif.variable}`}>
      <body>{children}</body>
    </html>
  )
}
