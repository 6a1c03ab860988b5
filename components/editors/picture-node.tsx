"use client"

import { Node } from "@tiptap/core"
import { ReactNodeViewRenderer } from "@tiptap/react"
import { PictureView } from "./picture-view"

const attribute = (name: string) => ({
  default: name === "caption" || name === "credit" ? "" : null,
  parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name}`),
  renderHTML: (attributes: Record<string, unknown>) =>
    typeof attributes[name] === "string" ? { [`data-${name}`]: attributes[name] } : {},
})

/** A picture is one piece: its words are fields beside it, so they are attributes and not text of the body. */
export const Picture = Node.create({
  name: "picture",
  group: "block",
  draggable: true,
  addAttributes: () => ({
    pictureId: attribute("pictureId"),
    caption: attribute("caption"),
    credit: attribute("credit"),
    alt: attribute("alt"),
    decorative: {
      default: false,
      parseHTML: (element: HTMLElement) => element.hasAttribute("data-decorative"),
      renderHTML: ({ decorative }) => (decorative ? { "data-decorative": "" } : {}),
    },
  }),
  parseHTML: () => [{ tag: "figure[data-caption]" }],
  renderHTML: ({ HTMLAttributes }) => ["figure", HTMLAttributes],
  addNodeView: () => ReactNodeViewRenderer(PictureView),
})
