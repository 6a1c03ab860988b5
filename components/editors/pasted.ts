/** Foreign HTML made simple before the editor reads it: items and quotes hold words, lists hold no lists. */
export function simplify(html: string): string {
  const { body } = new DOMParser().parseFromString(html, "text/html")
  for (const element of body.querySelectorAll("script, style, meta, title, template")) element.remove()
  for (const inner of body.querySelectorAll("li ul, li ol")) {
    const item = inner.closest("li")
    item?.after(...inner.children)
    inner.remove()
  }
  for (const paragraph of body.querySelectorAll("li p, blockquote p")) {
    if (paragraph.previousSibling?.textContent?.trim()) paragraph.before("\n")
    paragraph.replaceWith(...paragraph.childNodes)
  }
  return body.innerHTML
}
