"use client"

import { useCallback, useEffect, useState } from "react"
import { z } from "zod"
import { Secret } from "@/components/people/one-time-address"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { Select } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { momentOf } from "@/lib/dates"
import { DAYS } from "@/lib/story/preview-links"
import styles from "./forms.module.css"

const line = z.object({ id: z.string(), by: z.string(), createdAt: z.coerce.date(), expiresAt: z.coerce.date() })
const list = z.object({ items: z.array(line) })
const made = line.extend({ url: z.string() })
const refusal = z.object({ detail: z.string() })
type Line = z.infer<typeof line>

/** Addresses at which people without an account see the draft: made, told once, and ended. */
export function PreviewLinks({ storyId, onClose }: { storyId: string; onClose: () => void }) {
  const at = `/api/v1/stories/${storyId}/preview-links`
  const [lines, setLines] = useState<readonly Line[] | null>(null)
  const [url, setUrl] = useState("")
  const [problem, setProblem] = useState("")
  const [busy, setBusy] = useState(false)
  const look = useCallback(async () => {
    const answer = await ask(at)
    if ("refused" in answer) setProblem(answer.refused)
    else setLines(list.parse(answer.told).items)
  }, [at])
  useEffect(() => void look(), [look])
  const doing = async (work: () => Promise<{ told: unknown } | { refused: string }>) => {
    setBusy(true)
    setProblem("")
    const answer = await work()
    setBusy(false)
    if ("refused" in answer) setProblem(answer.refused)
    await look()
    return "told" in answer ? answer.told : null
  }
  const make = async (days: number) => {
    const parsed = made.safeParse(await doing(() => ask(at, "POST", { days })))
    if (parsed.success) setUrl(parsed.data.url)
  }
  return (
    <Dialog title="Show the draft to others" onClose={onClose}>
      <div className={styles.form}>
        <p>Whoever has the address sees the draft as it is then, without an account, until it is over or you end it.</p>
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault()
            void make(Number(new FormData(event.currentTarget).get("days")))
          }}
        >
          <Select label="It opens the draft for" name="days" defaultValue={7}>
            {DAYS.map((days) => (
              <option key={days} value={days}>
                {days === 1 ? "1 day" : `${days} days`}
              </option>
            ))}
          </Select>
          <Button type="submit" look="strong" disabled={busy}>
            Make an address
          </Button>
        </form>
        {problem && (
          <Notice tone="problem" role="alert">
            {problem}
          </Notice>
        )}
        {url && (
          <>
            <Notice tone="good" role="status">
              Send this address to whoever is to see the draft. It is not shown again.
            </Notice>
            <Secret label="Address of the draft" value={url} />
          </>
        )}
        {lines?.length === 0 && <p>No address opens this draft now.</p>}
        {lines && lines.length > 0 && (
          <ul aria-label="Addresses that open this draft">
            {lines.map(({ id, by, createdAt, expiresAt }) => (
              <li key={id}>
                Made by {by} on {momentOf(createdAt)}, opens until {momentOf(expiresAt)}{" "}
                <Button
                  small
                  disabled={busy}
                  aria-label={`End the address made on ${momentOf(createdAt)}`}
                  onClick={() => {
                    setUrl("")
                    void doing(() => ask(`${at}/${id}`, "DELETE"))
                  }}
                >
                  End it
                </Button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  )
}

async function ask(address: string, method = "GET", body?: object): Promise<{ told: unknown } | { refused: string }> {
  try {
    const sent = body && { body: JSON.stringify(body), headers: { "content-type": "application/json" } }
    const answer = await fetch(address, { method, ...sent })
    const told: unknown = answer.status === 204 ? null : await answer.json()
    if (answer.ok) return { told }
    return { refused: refusal.safeParse(told).data?.detail ?? AWAY }
  } catch {
    return { refused: AWAY }
  }
}

const AWAY = "The server cannot be reached. Nothing was done; try again."
