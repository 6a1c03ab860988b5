import type { Locator, Page } from "@playwright/test"
import sharp from "sharp"
import type { Block } from "@/lib/blocks/blocks"
import { storyNow } from "./desk"

// What is pasted and dropped on a story, and what is kept of it.

type Clipboard = {
  html?: string
  text?: string
  rtf?: string
  files?: { name: string; type: string; base64: string }[]
}

/** As the browser brings it when somebody pastes, or lets something fall on the text. */
export const bring = (place: Locator, how: "paste" | "drop", clipboard: Clipboard) =>
  place.evaluate(
    (element, { how, clipboard }) => {
      const transfer = new DataTransfer()
      if (clipboard.html) transfer.setData("text/html", clipboard.html)
      if (clipboard.rtf) transfer.setData("text/rtf", clipboard.rtf)
      if (clipboard.text) transfer.setData("text/plain", clipboard.text)
      for (const { name, type, base64 } of clipboard.files ?? []) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
        transfer.items.add(new File([bytes], name, { type }))
      }
      const common = { bubbles: true, cancelable: true }
      const { right, bottom } = (element.lastElementChild ?? element).getBoundingClientRect()
      const at = { clientX: right - 5, clientY: bottom - 2 }
      element.dispatchEvent(
        how === "paste"
          ? new ClipboardEvent("paste", { clipboardData: transfer, ...common })
          : new DragEvent("drop", { dataTransfer: transfer, ...at, ...common }),
      )
    },
    { how, clipboard },
  )

export const png = async (name: string, background: string) => {
  const bytes = await sharp({ create: { width: 640, height: 400, channels: 3, background } })
    .png()
    .toBuffer()
  return { name, type: "image/png", base64: bytes.toString("base64"), bytes }
}

export const bodyNow = async (id: string) => (await storyNow(id)).text.body
export const kindsNow = async (id: string) => (await bodyNow(id)).map(({ kind }) => kind)
export const bare = (blocks: readonly Block[]) => blocks.map(({ id: _, ...block }) => block)
export const undo = (page: Page) => page.keyboard.press("Control+z")
