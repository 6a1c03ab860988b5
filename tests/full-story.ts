import { randomUUID } from "node:crypto"
import sharp from "sharp"
import { db } from "@/lib/db.server"
import { storePicture } from "@/lib/pictures/store.server"
import { addLink } from "@/lib/related/links.server"
import { perform } from "@/lib/story/perform.server"
import { saveDraft } from "@/lib/story/save.server"
import type { Story, StoryText } from "@/lib/story/story"
import { cast, done, openSection, pagesFollow, paragraph, rareWord, storyIn } from "./newsroom"

/** A published story with everything in it that a story can hold, and a correction. */
export async function fullStory(): Promise<Story> {
  const { ada, ben } = await cast()
  const section = (await openSection()).slug
  const topic = await db.topic.create({ data: { slug: rareWord(), name: "A topic & more" } })
  const other = await storyIn("published", { section })
  const link = await addLink(ben, {
    url: "https://elsewhere.test/?a=1&b=2",
    headline: "“Elsewhere” <b>",
    source: "A source",
  })
  if ("refused" in link) throw new Error(link.refused)
  const picture = await storePicture(ada, await somePicture(), {
    alt: "A field",
    decorative: false,
    caption: "",
    credit: "",
  })
  if ("refused" in picture) throw new Error(picture.refused)
  const story = await storyIn("published", {
    section,
    kicker: "Analysis",
    dateline: "Brussels",
    byline: [{ personId: ada.id, name: ada.name }, { name: "Somebody Else" }],
    topics: [topic.slug],
    related: [{ story: other.id, reason: "Background" }, { link: link.link.id }],
    body: everyBlock(picture.picture.id, other.id),
  })
  const saved = await saveDraft(ben, story.id, story.revision, { standfirst: "Why it matters, put right." })
  if (!("saved" in saved)) throw new Error("not saved")
  const note = "It was “three”; it is two & a half."
  const corrected = done(await perform(ben, "correct", story.id, saved.saved.revision, { note }))
  await pagesFollow()
  return corrected
}

function everyBlock(pictureId: string, storyId: string): StoryText["body"] {
  const id = () => randomUUID().slice(0, 12)
  return [
    { id: id(), kind: "picture", pictureId, caption: "A field in <June>", credit: "©SOMEBODY", alt: "A field" },
    paragraph("It began on a “Monday” & went on."),
    { id: id(), kind: "crosshead", text: "What then?" },
    { id: id(), kind: "quote", text: [{ text: "Nobody said so." }], speaker: "A witness" },
    { id: id(), kind: "list", ordered: false, items: [[{ text: "One" }], [{ text: "Two", bold: true }]] },
    { id: id(), kind: "list", ordered: true, items: [[{ text: "First" }], [{ text: "Second", italic: true }]] },
    { id: id(), kind: "divider" },
    { id: id(), kind: "crosshead", text: "What then?" },
    {
      id: id(),
      kind: "paragraph",
      text: [{ text: "See " }, { text: "this", link: "https://elsewhere.test/?a=1&b=2" }],
    },
    { id: id(), kind: "pullQuote", quote: "Nobody said so, & nobody would.", speaker: "A witness" },
    { id: id(), kind: "embed", provider: "youtube", item: "jNQXAC9IVRw", title: "Elephants at the <zoo>" },
    { id: id(), kind: "embed", provider: "vimeo", item: "76979871", pictureId, credit: "Photo: Somebody" },
    {
      id: id(),
      kind: "table",
      caption: "What it costs",
      head: ["", "Euro & cents", "Where", "And in which of the many other places"],
      rows: [
        ["Bread", "2.10", "Ghent", "Anderlecht"],
        ["Milk", "1.35", "Mons", "Woluwe-Saint-Lambert"],
      ],
    },
    {
      id: id(),
      kind: "factBox",
      heading: "In short",
      body: [
        { id: id(), kind: "paragraph", text: [{ text: "Read " }, { text: "more", link: "/corrections" }] },
        { id: id(), kind: "list", ordered: false, items: [[{ text: "One more" }]] },
        { id: id(), kind: "quote", text: [{ text: "So it is." }], speaker: "Another witness" },
      ],
    },
    { id: id(), kind: "relatedStory", storyId },
    { id: id(), kind: "quote", text: [{ text: "العلم في الصغر كالنقش في الحجر" }], speaker: "A proverb" },
    { id: id(), kind: "crosshead", text: "Who pays?" },
    paragraph("Everybody does."),
    { id: id(), kind: "crosshead", text: "And now?" },
    { id: id(), kind: "picture", pictureId: null, caption: "A picture to come", credit: "Somebody", decorative: true },
  ]
}

const somePicture = () =>
  sharp({ create: { width: 900, height: 600, channels: 3, background: "#7a8b6f" } })
    .jpeg()
    .toBuffer()
