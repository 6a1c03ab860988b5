"use client"

import { type ComponentProps, startTransition, useEffect, useRef } from "react"
import { refusalIn } from "@/lib/form-answer"

type KeptFormProps = Omit<ComponentProps<"form">, "action" | "onSubmit"> & {
  action: (form: FormData) => void
  /** what came of it last */
  answer: object | null
}

/** A form that is emptied when what it asked for was done, and keeps what was written into it when it was refused. */
export function KeptForm({ action, answer, ...rest }: KeptFormProps) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (answer && refusalIn(answer) === null) form.current?.reset()
  }, [answer])
  return (
    <form
      {...rest}
      ref={form}
      onSubmit={(event) => {
        event.preventDefault()
        const written = new FormData(event.currentTarget)
        startTransition(() => action(written))
      }}
    />
  )
}
