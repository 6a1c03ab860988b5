"use client"

import { Gapcursor, Placeholder } from "@tiptap/extensions"
import { Editor, EditorContent } from "@tiptap/react"
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react"
import { onceFocusIsFree } from "@/components/ui/free-focus"
import type { Block } from "@/lib/blocks/blocks"
import type { Fields } from "@/lib/paste/wire"
import { keepable } from "@/lib/text"
import { typeBehind } from "./block-commands"
import { backToWords } from "./block-fields"
import styles from "./body-editor.module.css"
import { BODY_SCHEMA } from "./body-schema"
import type { FindOurs } from "./brought"
import { EmbedDialog, FindPanel, LinkDialog, PictureDialog, StoryDialog } from "./dialogs"
import { toDocument } from "./document"
import type { Problem, RelatedLine, StoryFound } from "./doors"
import { KnownStories } from "./known-stories"
import { PasteScreen } from "./paste-screen"
import type { LinkRelated } from "./pasted-wire"
import { Pasting } from "./pasting"
import type { KnownPicture } from "./pictures"
import { Pictures } from "./pictures"
import { SlashMenu } from "./slash-menu"
import { bodyIn, takeUp } from "./take-up"
import { Toolbar } from "./toolbar"
import { useKnownPictures } from "./use-known-pictures"
import { fetchReader, usePasting } from "./use-pasting"

const EXTENSIONS = [...BODY_SCHEMA, Gapcursor, Placeholder.configure({ placeholder: "Write the story…" })]

/** The body as a text to write in. It takes `body` once; to show another, give it another `key`. */
export function BodyEditor({
  body,
  editable,
  language,
  pictures,
  stories,
  search,
  onBody,
  taker,
  ...beside
}: BodyEditorProps) {
  const [asking, setAsking] = useState<"link" | "picture" | "embed" | "story" | null>(null)
  const [finding, setFinding] = useState(false)
  const frame = useRef<HTMLDivElement>(null)
  const shelf = useKnownPictures(pictures, beside.fields.section)
  const [learned, setLearned] = useState<readonly RelatedLine[]>([])
  const known = useMemo(
    () => ({
      known: [...stories, ...learned],
      learn: (line: RelatedLine) => setLearned((all) => [...all, line]),
      search,
    }),
    [stories, learned, search],
  )
  const pasting = usePasting({ shelf, ...beside })
  const chooser = useRef<HTMLInputElement>(null)
  const editor = useBodyEditor({ body, editable, language, onBody, pasting })
  useEffect(() => {
    taker.current = editor && ((taken) => takeUp(editor, taken))
    return () => {
      taker.current = null
    }
  }, [editor, taker])
  if (!editor) return null
  const reachTools = (event: KeyboardEvent) => {
    const { target } = event
    if (
      event.key === "Escape" &&
      target instanceof Element &&
      target !== editor.view.dom &&
      editor.view.dom.contains(target)
    )
      backToWords(editor.view, target)
    if (event.altKey && event.key === "F10") frame.current?.querySelector<HTMLElement>("[tabindex='0']")?.focus()
    if ((event.ctrlKey || event.metaKey) && event.shiftKey && event.key.toLowerCase() === "h") {
      event.preventDefault()
      setFinding(true)
    }
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k" && !event.shiftKey) {
      // Where there is nothing to make a link of, it is the palette that is asked for.
      if (editor.state.selection.empty && !editor.isActive("link")) return
      event.preventDefault()
      setAsking("link")
    }
  }
  const link = (href: string | null) => {
    const chain = editor.chain().focus().extendMarkRange("link")
    if (href === null) chain.unsetMark("link").run()
    else if (editor.state.selection.empty && !editor.isActive("link"))
      chain.insertContent({ type: "text", text: href, marks: [{ type: "link", attrs: { href } }] }).run()
    else chain.setMark("link", { href }).run()
    setAsking(null)
  }
  return (
    <KnownStories value={known}>
      <Pictures value={shelf}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: keys that reach the toolbar from within the text */}
        <div ref={frame} className={styles.frame} onKeyDown={reachTools}>
          {editable && (
            <div id="body-tools" className={styles.tools}>
              <Toolbar
                editor={editor}
                onLink={() => setAsking("link")}
                onPicture={() => setAsking("picture")}
                onEmbed={() => setAsking("embed")}
                onStory={() => setAsking("story")}
                onFind={() => setFinding(!finding)}
                finding={finding}
                onFile={() => chooser.current?.click()}
              />
              {finding && <FindPanel editor={editor} onClose={() => setFinding(false)} />}
            </div>
          )}
          {editable && (
            <input
              ref={chooser}
              type="file"
              hidden
              aria-label="Word document"
              accept=".docx"
              onChange={({ target }) => {
                void pasting.putFiles(editor, [...(target.files ?? [])])
                target.value = ""
              }}
            />
          )}
          <PasteScreen editor={editor} pasting={pasting} />
          <EditorContent editor={editor} className={styles.around} />
          <SlashMenu editor={editor} ask={setAsking} />
          {asking === "link" && (
            <LinkDialog
              href={String(editor.getAttributes("link").href ?? "")}
              onClose={() => setAsking(null)}
              onLink={link}
            />
          )}
          {asking === "embed" && (
            <EmbedDialog
              onClose={() => setAsking(null)}
              onEmbed={(held) => {
                editor.chain().focus().addBlock("embed", { held }).run()
                setAsking(null)
              }}
            />
          )}
          {asking === "story" && (
            <StoryDialog
              search={search}
              onClose={() => setAsking(null)}
              onStory={({ id, headline, status, live }) => {
                known.learn({ story: id, headline, status, live })
                editor
                  .chain()
                  .focus()
                  .addBlock("relatedStory", { held: { storyId: id } })
                  .run()
                setAsking(null)
              }}
            />
          )}
          {asking === "picture" && (
            <PictureDialog
              words={{ caption: "", credit: "", alt: "", decorative: false }}
              onClose={() => setAsking(null)}
              onPicture={(picture, words) => {
                shelf.learn(picture)
                editor
                  .chain()
                  .focus()
                  .addBlock("picture")
                  .updateAttributes("picture", { pictureId: picture.id, ...words })
                  .run()
                setAsking(null)
              }}
            />
          )}
        </div>
      </Pictures>
    </KnownStories>
  )
}

type Given = Pick<BodyEditorProps, "body" | "editable" | "language" | "onBody"> & {
  pasting: Pick<ReturnType<typeof usePasting>, "bring" | "fill">
}

/**
 * The editor lives as long as the screen shows it. (Tiptap's own hook lets timers decide whether an editor is still wanted, and
 * on a busy machine a screen was seen that never got one.)
 */
function useBodyEditor(given: Given): Editor | null {
  const { editable, language } = given
  const [editor, setEditor] = useState<Editor | null>(null)
  const latest = useRef(given)
  latest.current = given
  useEffect(() => {
    const made = new Editor({
      extensions: [
        ...EXTENSIONS,
        Pasting.configure({
          bring: (...brought) => latest.current.pasting.bring(...brought),
          fill: (...fields) => latest.current.pasting.fill(...fields),
          expect: fetchReader,
        }),
      ],
      content: toDocument(latest.current.body),
      editable,
      injectCSS: false,
      enableInputRules: true,
      editorProps: {
        attributes: {
          id: "body-text",
          role: "textbox",
          "aria-label": "Body",
          "aria-multiline": "true",
          "aria-readonly": String(!editable),
          lang: language,
          class: styles.text ?? "",
        },
        handleTextInput: (view, _from, _to, text) => typeBehind(view, text),
        transformPastedHTML: keepable,
        transformPastedText: keepable,
      },
      onUpdate: ({ editor: now }) => latest.current.onBody(bodyIn(now)),
    })
    setEditor(made)
    return () => {
      setEditor(null)
      made.destroy()
    }
  }, [editable, language])
  // An address that names the text is of somebody who goes on writing. (Tiptap's `autofocus` goes by a timer, and where React
  // was slower than that, the text was not on the page yet.)
  useEffect(() => {
    if (editor?.isEditable && location.hash === "#body-text") return onceFocusIsFree(() => editor.commands.focus("end"))
  }, [editor])
  return editor
}

type BodyEditorProps = {
  body: readonly Block[]
  editable: boolean
  language: string
  pictures: Readonly<Record<string, KnownPicture>>
  /** the stories that the body's cards show, with their words */
  stories: readonly RelatedLine[]
  search: (q: string) => Promise<{ found: StoryFound[] } | Problem>
  onBody: (body: Block[]) => void
  /** what stands beside the body, for a wire that is pasted */
  fields: Fields & { section: string }
  onFields: (fields: Partial<Fields>) => void
  linkRelated: LinkRelated
  findOurs: FindOurs
  /** what brings words of others into the body, while there is an editor that holds it */
  taker: { current: ((body: readonly Block[]) => void) | null }
}
