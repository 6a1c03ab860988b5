import { type DefaultTreeAdapterMap, parse } from "parse5"
import { type DomLike, type Element, treeOf } from "@/lib/paste/tree"

type Parsed = DefaultTreeAdapterMap["node"]

/** HTML as a browser would parse it (both follow the standard), as the plain nodes that the rules of pasting read. */
export const treeOfHtml = (html: string): Element => treeOf(like(parse(html)))

function like(node: Parsed): DomLike {
  const words = "value" in node ? node.value : null
  return {
    nodeType: "tagName" in node ? 1 : node.nodeName === "#text" ? 3 : 8,
    nodeName: node.nodeName,
    nodeValue: words,
    attributes: "attrs" in node ? node.attrs : [],
    get childNodes() {
      return "childNodes" in node ? node.childNodes.map(like) : []
    },
  }
}
