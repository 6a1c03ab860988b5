import type { ReactNode } from "react"
import { fonts } from "@/components/site/fonts"
import { paper } from "@/lib/paper"
import "@/components/site/sheets"

/** The paper, for readers. Nothing here knows who you are. */
export default function SiteLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={paper.language} className={fonts}>
      <body className="paper">{children}</body>
    </html>
  )
}
