import StarterKit from "@tiptap/starter-kit"
import { BlockCommands } from "./block-commands"
import { BlockHandle } from "./block-handle"
import { BlockIds } from "./block-ids"
import { FactBox } from "./fact-box-node"
import { Embed, PullQuote, RelatedStory, Table } from "./held-nodes"
import { Picture } from "./picture-node"
import { Quote } from "./quote-node"
import { Crosshead, Divider, Document, Link, List, ListItem, Paragraph } from "./text-blocks"

const OFF = {
  document: false,
  paragraph: false,
  heading: false,
  blockquote: false,
  bulletList: false,
  orderedList: false,
  listItem: false,
  listKeymap: false,
  code: false,
  codeBlock: false,
  hardBreak: false,
  horizontalRule: false,
  link: false,
  strike: false,
  underline: false,
  trailingNode: false,
  gapcursor: false,
} as const

/** What a body may hold in the editor, and what can be done to it. A new kind of block is a new line here. */
export const BODY_SCHEMA = [
  Document,
  Paragraph,
  Crosshead,
  Quote,
  List,
  ListItem,
  Picture,
  PullQuote,
  Embed,
  Table,
  FactBox,
  RelatedStory,
  Divider,
  Link,
  BlockIds,
  BlockCommands,
  BlockHandle,
  StarterKit.configure(OFF),
] as const
