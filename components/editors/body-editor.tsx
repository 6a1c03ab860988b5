"use client"

import { Gapcursor, Placeholder } from "@tiptap/extensions"
import { Editor, EditorContent } from "@tiptap/react"
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react"
import type { Block } from "@/lib/blocks/blocks"
import type { PictureSize } from "@/lib/pictures/pictures"
import { keepable } from "@/lib/text"
import styles from "./body-editor.module.css"
import { BODY_SCHEMA } from "./body-schema"
import { fromDocument, toDocument } from "./document"
import type { Problem, RelatedLine, StoryFound } from "./doors"
import { EmbedDialog } from "./embed-dialog"
import { KnownStories } from "./known-stories"
import { LinkDialog } from "./link-dialog"
import { simplify } from "./pasted"
import { PictureDialog } from "./picture-dialog"
import { Pictures } from "./pictures"
import { StoryDialog } from "./story-dialog"
import { Toolbar } from "./toolbar"
import { useKnownPictures } from "./use-known-pictures"

const EXTENSIONS = [...BODY_SCHEMA, Gapcursor, Placeholder.configure({ placeholder: "Write the story…" })]

/** The body as a text to write in. It takes `body` once; to show another, give it another `key`. */
export function BodyEditor({ body, editable, language, pictures, stories, search, onBody }: BodyEditorProps) {
  const [asking, setAsking] = useState<"link" | "picture" | "embed" | "story" | null>(null)
  const frame = useRef<HTMLDivElement>(null)
  const shelf = useKnownPictures(pictures)
  const [learned, setLearned] = useState<readonly RelatedLine[]>([])
  const known = useMemo(
    () => ({
      known: [...stories, ...learned],
      learn: (line: RelatedLine) => setLearned((all) => [...all, line]),
      search,
    }),
    [stories, learned, search],
  )
  const editor = useBodyEditor({ body, editable, language, onBody })
  if (!editor) return null
  const reachTools = (event: KeyboardEvent) => {
    if (event.altKey && event.key === "F10") frame.current?.querySelector<HTMLElement>("[tabindex='0']")?.focus()
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k" && !event.shiftKey) {
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
            <div className={styles.tools}>
              <Toolbar
                editor={editor}
                onLink={() => setAsking("link")}
                onPicture={() => setAsking("picture")}
                onEmbed={() => setAsking("embed")}
                onStory={() => setAsking("story")}
              />
            </div>
          )}
          <EditorContent editor={editor} />
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

type Given = Pick<BodyEditorProps, "body" | "editable" | "language" | "onBody">

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
      extensions: EXTENSIONS,
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
        transformPastedHTML: (html) => simplify(keepable(html)),
        transformPastedText: keepable,
      },
      onUpdate: ({ editor: now }) => latest.current.onBody(fromDocument(now.getJSON())),
    })
    setEditor(made)
    return () => {
      setEditor(null)
      made.destroy()
    }
  }, [editable, language])
  return editor
}

type BodyEditorProps = {
  body: readonly Block[]
  editable: boolean
  language: string
  pictures: Readonly<Record<string, PictureSize>>
  /** the stories that the body's cards show, with their words */
  stories: readonly RelatedLine[]
  search: (q: string) => Promise<{ found: StoryFound[] } | Problem>
  onBody: (body: Block[]) => void
}
