import { TriangleAlert } from "lucide-react"
import { Drop } from "@/components/ui/drop"

/** What somebody may want to look at before readers do, beside the buttons that make it public. None of it stops anything. */
export function ToCheck({ warnings }: { warnings: readonly string[] }) {
  if (!warnings.length) return null
  return (
    <Drop
      look="note"
      summary={
        <>
          <TriangleAlert size={14} aria-hidden />
          {warnings.length} to check
        </>
      }
    >
      <ul>
        {warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </Drop>
  )
}
