"use client"

import type { Editor } from "@tiptap/core"
import { useRef, useState } from "react"
import type { Block } from "@/lib/blocks/blocks"
import { readPlain } from "@/lib/paste/plain"
import type { Fields } from "@/lib/paste/wire"
import type { Left } from "@/lib/paste/wording"
import type { PictureSize } from "@/lib/pictures/pictures"
import type { FindOurs } from "./brought"
import { isDocx, readPictures, type WithFiles } from "./files"
import type { LinkRelated, WireOffer } from "./pasted-wire"
import type { Brought } from "./pasting"
import { fillPicture, putIn } from "./put-in"
import { bodyIn } from "./take-up"

/** What the writer is told of a paste: what was refused, and what did not come along. */
export type Told = { refused: string[]; left: Left[]; busy: string }

const NOTHING: Told = { refused: [], left: [], busy: "" }

const NO_FILES = { files: new Map<string, File>(), left: [] }

/** What is pasted and dropped, from the clipboard to the body, and what has to be asked on the way. */
export function usePasting({ shelf, fields, onFields, linkRelated, findOurs }: Given) {
  const [told, setTold] = useState(NOTHING)
  const [wire, setWire] = useState<WireOffer | null>(null)
  const [queue, setQueue] = useState<readonly string[]>([])
  const latest = useRef({ fields, onFields })
  latest.current = { fields, onFields }
  const offered = useRef(wire)
  offered.current = wire

  const put = (editor: Editor, { blocks, files, left }: WithFiles, refused: string[] = []) => {
    const ids = blocks.length ? putIn(editor, blocks) : new Map<string, string>()
    const own = new Map([...files].flatMap(([id, file]) => (ids.has(id) ? [[ids.get(id) ?? id, file] as const] : [])))
    shelf.wait(own)
    setQueue((before) => [...before, ...own.keys()])
    setTold({ refused, left, busy: "" })
  }
  const putText = async (editor: Editor, text: string, given?: WithFiles) => {
    const plain = given ?? { blocks: readPlain(text), ...NO_FILES }
    const rules = text.length > SHORT ? await import("./pasted-wire").catch(() => null) : null
    const offer = rules?.offerOf(text, latest.current.fields, isBlank(bodyIn(editor)), plain)
    if (offer) setWire(offer)
    else put(editor, plain)
  }
  const putDocx = async (editor: Editor, file: File) => {
    setTold({ ...NOTHING, busy: `Reading “${file.name}”…` })
    const { readDocx } = await import("./docx-file")
    const read = await readDocx(file)
    if (editor.isDestroyed) return
    if ("refused" in read) setTold({ ...NOTHING, refused: [read.refused] })
    else put(editor, read)
  }
  const putFiles = async (editor: Editor, files: readonly File[]) => {
    const pictures = readPictures(files.filter((file) => !isDocx(file)))
    if (pictures.blocks.length || pictures.refused.length) put(editor, pictures, pictures.refused)
    for (const file of files.filter(isDocx)) await putDocx(editor, file)
  }
  const putWords = (editor: Editor, { html, text }: Pick<Brought, "html" | "text">) => {
    const words = text || (new DOMParser().parseFromString(html, "text/html").body.textContent ?? "")
    if (!editor.isDestroyed) put(editor, { blocks: readPlain(words), ...NO_FILES }, [WORDS_ALONE])
  }
  const putHtml = async (editor: Editor, { html, text, rtf, files }: Brought) => {
    const reader = await fetchReader()
    if (!reader) return putWords(editor, { html, text })
    const read = reader.readHtml(html, rtf)
    if ("refused" in read) return setTold({ ...NOTHING, refused: [read.refused] })
    const given = reader.withFiles(read, read.given)
    // A picture that was copied by itself comes as a file and as an address; beside words, a file is only a likeness of them.
    const alone = !given.ours?.size && !read.blocks.some(({ kind }) => kind !== "picture")
    if (alone && files.length) return void putFiles(editor, files)
    const { lines } = read
    if (lines) return void putText(editor, text || lines, given)
    const nothing = read.blocks.length + read.left.length === 0
    if (nothing) return put(editor, { blocks: readPlain(text), ...NO_FILES })
    const { found, ...settled } = await reader.withOurs(given, findOurs)
    if (editor.isDestroyed) return
    for (const picture of found) shelf.learn(picture)
    put(editor, settled)
  }
  const bring = (editor: Editor, brought: Brought, plain: boolean) => {
    setTold(NOTHING)
    if (plain) put(editor, { blocks: readPlain(brought.text), ...NO_FILES })
    else if (brought.html) void putHtml(editor, brought).catch(() => putWords(editor, brought))
    else if (brought.files.length) void putFiles(editor, brought.files)
    else void putText(editor, brought.text)
  }
  const takeWire = async (editor: Editor, structured: boolean) => {
    if (!wire) return
    const settled = structured ? await wire.settle(latest.current.fields, linkRelated) : null
    // Cancelled while the related news was looked for.
    if (offered.current !== wire || editor.isDestroyed) return
    setWire(null)
    if (!settled) return put(editor, wire.plain)
    const { body, after, left } = settled
    const now = latest.current.fields
    const before = Object.fromEntries(Object.keys(after).map((name) => [name, now[name as keyof Fields]]))
    putIn(editor, body, { before, after })
    setTold({ ...NOTHING, left })
  }
  /** Fills the fields beside the body; on the way back, those only that nobody has changed since. */
  const fill = (values: Partial<Fields>, unless?: Partial<Fields>) => {
    const now = latest.current.fields
    const same = (name: keyof Fields) => JSON.stringify(now[name]) === JSON.stringify(unless?.[name])
    const some = (Object.keys(values) as (keyof Fields)[]).filter((name) => !unless || same(name))
    if (some.length) latest.current.onFields(Object.fromEntries(some.map((name) => [name, values[name]])))
  }
  return {
    ...{ told, wire, queue, bring, fill, takeWire, putFiles },
    forget: () => setTold(NOTHING),
    dropWire: () => setWire(null),
    /** the next picture is asked for */
    next: (editor: Editor, id: string, attrs?: Record<string, unknown> | null) => {
      if (attrs !== undefined) fillPicture(editor, id, attrs)
      setQueue((before) => before.filter((one) => one !== id))
    },
  }
}

/** The rules for pages are fetched when somebody is about to paste: on the way back to the window, or with Ctrl held down. */
export const fetchReader = () => import("./brought").catch(() => null)

const WORDS_ALONE =
  "Only the words were pasted: their headings, lists and links could not be read. Look at your connection, undo, and paste again, or paste a smaller part."

/** No wire is as short as this (lib/paste/looks-like-wire.ts): its rules are not fetched. */
const SHORT = 150

const isBlank = (body: readonly Block[]) => body.every((block) => block.kind === "paragraph" && block.text.length === 0)

type Given = {
  shelf: { wait: (files: ReadonlyMap<string, File>) => void; learn: (picture: PictureSize) => void }
  findOurs: FindOurs
  /** what stands beside the body, as it is now */
  fields: Fields
  onFields: (fields: Partial<Fields>) => void
  linkRelated: LinkRelated
}
