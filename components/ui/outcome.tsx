import { Notice } from "@/components/ui/notice"
import { refusalIn } from "@/lib/form-answer"

/** What came of a form: the sentence of a no, or of a yes that has something to say. */
export function Outcome({ answer }: { answer: object | null }) {
  const refusal = refusalIn(answer)
  if (refusal)
    return (
      <Notice tone="problem" role="alert">
        {refusal}
      </Notice>
    )
  if (!answer || !("done" in answer)) return null
  return (
    <Notice tone="good" role="status">
      {String(answer.done)}
    </Notice>
  )
}
