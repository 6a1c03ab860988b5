"use client"

import { type KeyboardEvent, useEffect, useRef, useState } from "react"
import { Button } from "@/components/ui/button"
import { Checkbox, Select, TextField } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import type { PictureChoice } from "@/lib/pictures/choice"
import { KINDS_OF_STATE, STATE_WORDS } from "@/lib/pictures/library"
import { pictureAddress } from "@/lib/pictures/pictures"
import styles from "./choose-picture.module.css"
import { useChoices } from "./use-choices"

type Props = {
  section: string
  /** one was chosen and is being looked at: what was found stays for who comes back */
  away: boolean
  onChoose: (picture: PictureChoice) => void
}

/** The library within a story: looked through by words and state, chosen from by pointing or with the arrow keys. */
export function ChoosePicture({ section, away, onChoose }: Props) {
  const [asked, setAsked] = useState({ q: "", state: "", usable: false })
  const { pictures, counted, more, problem, busy } = useChoices(section, asked)
  const [at, setAt] = useState(0)
  const [told, setTold] = useState("")
  const search = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const change = (some: Partial<typeof asked>) => {
    setAsked({ ...asked, ...some })
    setAt(0)
    setTold("")
  }
  // Another page of them: whoever asked for it goes on where it begins.
  const begun = useRef<number | null>(null)
  useEffect(() => {
    if (begun.current === null || pictures.length <= begun.current) return
    buttonsIn(list.current)[begun.current]?.focus()
    begun.current = null
  }, [pictures.length])
  const was = useRef(away)
  useEffect(() => {
    if (was.current && !away) buttonsIn(list.current)[at]?.focus()
    was.current = away
  }, [away, at])
  const reach = (event: KeyboardEvent) => {
    const buttons = buttonsIn(list.current)
    const next = placeAfter(event.key, at, buttons)
    if (next === null) return
    event.preventDefault()
    if (next < 0) search.current?.focus()
    else buttons[next]?.focus()
  }
  const choose = (picture: PictureChoice) => (picture.bar ? setTold(picture.bar) : onChoose(picture))
  return (
    <div className={away ? styles.away : styles.choose}>
      <div className={styles.filter}>
        <TextField
          ref={search}
          label="Find a picture"
          type="search"
          maxLength={200}
          autoComplete="off"
          placeholder="Caption, credit, creator, keywords, file"
          value={asked.q}
          onChange={({ target }) => change({ q: target.value })}
          onKeyDown={(event) => {
            if (event.key !== "ArrowDown" || !pictures.length) return
            event.preventDefault()
            buttonsIn(list.current)[0]?.focus()
          }}
        />
        <Select label="State" value={asked.state} onChange={({ target }) => change({ state: target.value })}>
          <option value="">All</option>
          {KINDS_OF_STATE.filter((one) => one !== "replaced").map((one) => (
            <option key={one} value={one}>
              {STATE_WORDS[one]}
            </option>
          ))}
        </Select>
        <Checkbox
          label="Only what this story may show"
          checked={asked.usable}
          onChange={({ target }) => change({ usable: target.checked })}
        />
      </div>
      <p role="status" className={styles.soft}>
        {told ? `It may not be used here. ${told}` : counted}
      </p>
      {problem && (
        <Notice tone="problem" role="alert">
          {problem}
        </Notice>
      )}
      {pictures.length > 0 && (
        <ul
          ref={list}
          className={styles.grid}
          aria-label="Pictures found"
          aria-busy={busy || undefined}
          onKeyDown={reach}
        >
          {pictures.map((picture, index) => (
            <li key={picture.id}>
              <Offer
                picture={picture}
                tabIndex={index === Math.min(at, pictures.length - 1) ? 0 : -1}
                onFocus={() => setAt(index)}
                onClick={() => choose(picture)}
              />
            </li>
          ))}
        </ul>
      )}
      {more && (
        <div>
          <Button
            small
            disabled={busy}
            onClick={() => {
              begun.current = pictures.length
              more()
            }}
          >
            Show more pictures
          </Button>
        </div>
      )}
    </div>
  )
}

type OfferProps = { picture: PictureChoice; tabIndex: number; onFocus: () => void; onClick: () => void }

/** A picture that can be chosen; one that may not says why, and stays within reach so that it can be read. */
function Offer({ picture, ...rest }: OfferProps) {
  const { id, widths, width, height, name, credit, alt, decorative, terms, bar } = picture
  const wants = !alt && !decorative ? "No alternative text yet." : ""
  return (
    <button type="button" className={styles.offer} aria-disabled={bar ? true : undefined} {...rest}>
      {/* biome-ignore lint/performance/noImgElement: our own renditions, sized by ourselves */}
      <img
        src={pictureAddress(id, Math.min(...widths), "webp")}
        alt=""
        width={width}
        height={height}
        loading="lazy"
        draggable={false}
      />
      <span className={styles.name}>{name}</span> {credit && <span className={styles.soft}>{credit}</span>}{" "}
      {bar ? (
        <span className={styles.bar}>May not be used here. {bar}</span>
      ) : (
        [...terms, wants].filter(Boolean).map((sentence) => (
          <span key={sentence} className={styles.terms}>
            {sentence}{" "}
          </span>
        ))
      )}
    </button>
  )
}

const buttonsIn = (list: HTMLUListElement | null) => [...(list?.querySelectorAll("button") ?? [])]

/** Where an arrow key leads among pictures that stand in rows; -1: above the first row; null: nowhere. */
function placeAfter(key: string, at: number, buttons: readonly HTMLElement[]): number | null {
  const last = buttons.length - 1
  const top = buttons[0]?.offsetTop
  const beyond = buttons.findIndex(({ offsetTop }) => offsetTop !== top)
  const across = beyond === -1 ? buttons.length : beyond
  const places: Record<string, number> = {
    ArrowRight: Math.min(at + 1, last),
    ArrowLeft: Math.max(at - 1, 0),
    ArrowDown: at + across > last ? at : at + across,
    ArrowUp: Math.max(at - across, -1),
    Home: 0,
    End: last,
  }
  return places[key] ?? null
}
