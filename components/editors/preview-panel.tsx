"use client"

import { useEffect, useLayoutEffect, useRef, useState } from "react"
import { Checkbox } from "@/components/ui/field"
import { largest, type PictureSize } from "@/lib/pictures/pictures"
import { elsewhere } from "@/lib/story/elsewhere"
import type { StoryText } from "@/lib/story/story"
import styles from "./preview-panel.module.css"

/** How wide the page is where it is shown, in CSS pixels: a phone, and a window on a desk. */
const WIDTHS = { Phone: 390, Desktop: 1280 } as const
const LOOKS = ["Phone", "Desktop", "Share card", "Search result"] as const
type Look = (typeof LOOKS)[number]

type Given = {
  storyId: string
  /** the saved draft's: another one is shown as soon as there is one */
  revision: number
  text: StoryText
  paperName: string
  pictures: Readonly<Record<string, PictureSize>>
}

/** The saved draft as readers will see it, beside the text that is written. */
export function PreviewPanel({ storyId, revision, text, paperName, pictures }: Given) {
  const [look, setLook] = useState<Look>("Phone")
  const [dark, setDark] = useState(false)
  const isPage = look === "Phone" || look === "Desktop"
  return (
    <section aria-labelledby="preview-beside" className={styles.panel}>
      <h2 id="preview-beside">Preview</h2>
      <fieldset className={styles.looks}>
        <legend className="unseen">How to look at it</legend>
        {LOOKS.map((one) => (
          <label key={one} className={styles.look}>
            <input type="radio" name="preview-look" checked={look === one} onChange={() => setLook(one)} />
            <span>{one}</span>
          </label>
        ))}
        {isPage && <Checkbox label="Dark" checked={dark} onChange={({ target }) => setDark(target.checked)} />}
      </fieldset>
      {isPage ? (
        <Page {...{ storyId, revision, dark }} width={WIDTHS[look]} />
      ) : (
        <Card {...{ text, paperName, pictures }} search={look === "Search result"} />
      )}
    </section>
  )
}

/** The page in a window of its own width, made as small as there is room; where somebody has read to stays when it is shown anew. */
function Page({ storyId, revision, dark, width }: { storyId: string; revision: number; dark: boolean; width: number }) {
  const place = useRef<HTMLDivElement>(null)
  const frame = useRef<HTMLIFrameElement>(null)
  const [room, setRoom] = useState(width)
  const shown = useRef(revision)
  useEffect(() => {
    if (!place.current) return
    const watching = new ResizeObserver(([entry]) => entry && setRoom(entry.contentRect.width))
    watching.observe(place.current)
    return () => watching.disconnect()
  }, [])
  useEffect(() => {
    if (shown.current === revision) return
    shown.current = revision
    frame.current?.contentWindow?.location.reload()
  }, [revision])
  useEffect(() => dress(frame.current?.contentDocument, dark), [dark])
  useLayoutEffect(() => {
    const scale = Math.min(1, room / width)
    const size = { width: `${Math.max(width, room)}px`, height: `${100 / scale}%`, transform: `scale(${scale})` }
    if (frame.current) Object.assign(frame.current.style, size)
  }, [room, width])
  return (
    <div ref={place} className={styles.window}>
      <iframe
        ref={frame}
        title="The story as readers will see it"
        src={`/newsroom/stories/${storyId}/preview`}
        // Nothing runs in it, and it leads nowhere: it is to be looked at.
        sandbox="allow-same-origin"
        onLoad={({ currentTarget }) => dress(currentTarget.contentDocument, dark)}
      />
    </div>
  )
}

/** A page is dark where its reader's device is: here it is what the writer asks for. */
function dress(page: Document | null | undefined, dark: boolean) {
  if (!page) return
  for (const sheet of page.styleSheets)
    for (const rule of sheet.cssRules)
      if (rule instanceof MEDIA_RULE(page) && DARK.test(rule.media.mediaText))
        rule.media.mediaText = dark ? `screen, ${NEVER}` : NEVER
  page.addEventListener("click", (event) => {
    const link =
      event.target instanceof Object && "closest" in event.target ? (event.target as Element).closest("a") : null
    if (link && !link.getAttribute("href")?.startsWith("#")) event.preventDefault()
  })
}

const DARK = /prefers-color-scheme:\s*dark/
/** Holds nowhere, and keeps the rule known as one of the dark. */
const NEVER = "(prefers-color-scheme: dark) and (max-width: 0px)"
/** Rules of a frame are of the frame's own kinds. */
const MEDIA_RULE = (page: Document) => (page.defaultView as unknown as typeof globalThis).CSSMediaRule

/** About what others make of it: on a card that somebody shares, and in a list of results. */
function Card({ text, paperName, pictures, search }: Omit<Given, "storyId" | "revision"> & { search: boolean }) {
  const { title, description, headline, pictureId } = elsewhere(text)
  const picture = pictureId ? pictures[pictureId] : undefined
  const { host } = location
  return (
    <div lang={text.language} className={search ? styles.result : styles.card}>
      {search ? (
        <>
          <p className={styles.where}>
            {paperName} <span>{`${host} › ${text.section} › ${text.slug}`}</span>
          </p>
          <p className={styles.title}>{title}</p>
          <p>{description || "Without a standfirst, a search engine takes words of the text."}</p>
        </>
      ) : (
        <>
          {picture ? (
            // biome-ignore lint/performance/noImgElement: the picture's own file, as everywhere in the editor
            <img src={largest(picture, "webp")} alt="" />
          ) : (
            <p className={styles.noPicture}>Without a picture, the card shows the headline in the paper’s type.</p>
          )}
          <div className={styles.cardWords}>
            <p className={styles.where}>{host}</p>
            <p className={styles.title}>{headline}</p>
            <p>{description}</p>
          </div>
        </>
      )}
    </div>
  )
}
