import type { ReactNode } from "react"
import { fonts } from "@/components/site/fonts"
import { paper } from "@/lib/paper"
import "@/components/site/sheets"
import "./preview.css"

/** The paper's look, behind the newsroom's door. */
export default function PreviewLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={paper.language} className={fonts}>
      <body className="paper">{children}</body>
    </html>
  )
}
