"use client"

import { type Editor, useEditorState } from "@tiptap/react"
import {
  ArrowDown,
  ArrowUp,
  Bold,
  FileUp,
  Heading2,
  ImagePlus,
  Italic,
  Link2,
  List,
  ListOrdered,
  type LucideIcon,
  Minus,
  Newspaper,
  Pilcrow,
  Quote,
  Redo2,
  Search,
  SquarePlay,
  SquareText,
  Table,
  TextQuote,
  Undo2,
} from "lucide-react"
import { type KeyboardEvent, useRef, useState } from "react"
import styles from "./toolbar.module.css"

type Tool = { name: string; keys?: string; Mark: LucideIcon; pressed?: boolean; off?: boolean; act: () => void }

/** What can be done to the body, by mouse, by keys, and by arrows within the bar (WAI-ARIA toolbar pattern). */
export function Toolbar({ editor, onLink, onPicture, onEmbed, onStory, onFile, onFind, finding }: ToolbarProps) {
  const is = useEditorState({ editor, selector: ({ editor: now }) => standing(now) })
  const bar = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(0)
  const run = () => editor.chain().focus()
  const groups: Tool[][] = [
    [
      {
        name: "Bold",
        keys: "B",
        Mark: Bold,
        pressed: is.bold,
        off: is.plain,
        act: () => run().toggleMark("bold").run(),
      },
      {
        name: "Italic",
        keys: "I",
        Mark: Italic,
        pressed: is.italic,
        off: is.plain,
        act: () => run().toggleMark("italic").run(),
      },
      { name: "Link", keys: "K", Mark: Link2, pressed: is.link, off: is.plain, act: onLink },
    ],
    [
      {
        name: "Paragraph",
        keys: "Alt+0",
        Mark: Pilcrow,
        pressed: is.kind === "paragraph",
        act: () => run().turnInto("paragraph").run(),
      },
      {
        name: "Crosshead",
        keys: "Alt+1",
        Mark: Heading2,
        pressed: is.kind === "crosshead",
        act: () => run().turnInto("crosshead").run(),
      },
      {
        name: "Quote",
        keys: "Alt+2",
        Mark: Quote,
        pressed: is.kind === "quote",
        act: () => run().turnInto("quote").run(),
      },
      { name: "List", keys: "Alt+3", Mark: List, pressed: is.kind === "list", act: () => run().turnInto("list").run() },
      {
        name: "Numbered list",
        keys: "Alt+4",
        Mark: ListOrdered,
        pressed: is.kind === "numbered",
        act: () => run().turnInto("list", true).run(),
      },
    ],
    [
      { name: "Picture", Mark: ImagePlus, act: onPicture },
      { name: "Pull quote", Mark: TextQuote, act: () => run().addBlock("pullQuote").run() },
      { name: "Table", Mark: Table, act: () => run().addBlock("table").run() },
      { name: "Fact box", Mark: SquareText, act: () => run().addBlock("factBox").run() },
      { name: "Embed", Mark: SquarePlay, act: onEmbed },
      { name: "Story card", Mark: Newspaper, act: onStory },
      { name: "Word document", Mark: FileUp, act: onFile },
      { name: "Divider", Mark: Minus, act: () => run().addBlock("divider").run() },
    ],
    [
      { name: "Move block up", Mark: ArrowUp, act: () => run().moveBlock(-1).run() },
      { name: "Move block down", Mark: ArrowDown, act: () => run().moveBlock(1).run() },
    ],
    [
      { name: "Undo", keys: "Z", Mark: Undo2, off: !is.undo, act: () => run().undo().run() },
      { name: "Redo", keys: "Shift+Z", Mark: Redo2, off: !is.redo, act: () => run().redo().run() },
      { name: "Find and replace", keys: "Shift+H", Mark: Search, pressed: finding, act: onFind },
    ],
  ]
  const move = (event: KeyboardEvent) => {
    const buttons = [...(bar.current?.querySelectorAll("button") ?? [])]
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key]
    if (event.key === "Escape") editor.commands.focus()
    if (to === undefined) return
    event.preventDefault()
    buttons[(to + buttons.length) % buttons.length]?.focus()
  }
  let place = -1
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label="Body text"
      aria-controls="body-text"
      className={styles.bar}
      onKeyDown={move}
    >
      {groups.map((tools) => (
        <div key={tools[0]?.name} className={styles.group}>
          {tools.map((tool) => {
            const mine = ++place
            return <ToolButton key={tool.name} tool={tool} tab={at === mine} onFocus={() => setAt(mine)} />
          })}
        </div>
      ))}
    </div>
  )
}

type ToolbarProps = {
  editor: Editor
  onLink: () => void
  onPicture: () => void
  onEmbed: () => void
  onStory: () => void
  onFile: () => void
  onFind: () => void
  /** is "Find and replace" open? */
  finding: boolean
}

function ToolButton({ tool, tab, onFocus }: { tool: Tool; tab: boolean; onFocus: () => void }) {
  const { name, keys, Mark, pressed, off, act } = tool
  const shown = keys ? `${name} (Ctrl+${keys})` : name
  return (
    <button
      type="button"
      className={styles.tool}
      aria-label={name}
      title={shown}
      aria-pressed={pressed}
      aria-disabled={off || undefined}
      aria-keyshortcuts={keys && `Control+${keys}`}
      tabIndex={tab ? 0 : -1}
      onFocus={onFocus}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => !off && act()}
    >
      <Mark size={16} aria-hidden />
    </button>
  )
}

function standing(editor: Editor) {
  const { $from } = editor.state.selection
  const block = $from.depth ? $from.node(1) : null
  const kind = block?.type.name === "list" && block.attrs.ordered ? "numbered" : (block?.type.name ?? "")
  return {
    kind,
    plain: kind === "crosshead" || kind === "",
    bold: editor.isActive("bold"),
    italic: editor.isActive("italic"),
    link: editor.isActive("link"),
    undo: editor.can().undo(),
    redo: editor.can().redo(),
  }
}
