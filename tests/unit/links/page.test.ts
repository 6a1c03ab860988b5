import { expect, test } from "@playwright/test"
import { textOf } from "@/lib/links/charset"
import { readPage } from "@/lib/links/page"
import { weighed } from "../../weighed"

const HERE = "https://www.daily.example/news/1"
const read = (html: string) => readPage(html, HERE)

test("Open Graph comes first, then JSON-LD, then the title", () => {
  const og = `<meta property="og:title" content="Dykes &amp; dunes"><meta property="og:site_name" content="The Daily">
    <meta property="article:published_time" content="2026-03-01T10:00:00+01:00"><meta property="og:image" content="/p.jpg">`
  const ld = `<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"x"},{"@type":["NewsArticle"],
    "headline":"From LD","datePublished":"2026-02-01","image":[{"url":"//cdn.example/i.png"}],"publisher":{"name":"LD Daily"}}]}</script>`
  const title = "<title>\n  From   the title\n</title>"
  expect(read(title + ld + og)).toEqual({
    title: "Dykes & dunes",
    site: "The Daily",
    date: new Date("2026-03-01T09:00:00Z"),
    picture: "https://www.daily.example/p.jpg",
  })
  expect(read(title + ld)).toEqual({
    ...{ title: "From LD", site: "LD Daily" },
    ...{ date: new Date("2026-02-01"), picture: "https://cdn.example/i.png" },
  })
  expect(read(title)).toEqual({ title: "From the title", site: "daily.example", date: null, picture: "" })
  expect(read("")).toMatchObject({ title: "", site: "daily.example" })
})

test("what only looks like a head is not believed", () => {
  expect(
    read(
      `<script>"<title>No</title>"</script><style><title>No</title></style><!-- <title>No</title> --><title>Yes</title>`,
    ).title,
  ).toBe("Yes")
  expect(read(`<title>Page</title><svg><title>Drawing</title></svg>`).title).toBe("Page")
  expect(read(`<textarea><meta property="og:title" content="No"></textarea><title>Yes</title>`).title).toBe("Yes")
  expect(read(`<title>a<script>b</script></title>`).title).toBe("a<script>b</script>")
  for (const picture of ["javascript:alert(1)", "data:image/png,x", "file:///etc/passwd", "ftp://a.example/x"])
    expect(read(`<meta property="og:image" content="${picture}">`).picture, picture).toBe("")
  expect(read(`<meta property="og:title" content="a\u202eb\u0000c">`).title).toBe("a b\ufffdc")
  for (const ld of ["{", "null", "[[[[[[[[[[1]]]]]]]]]]", `{"@type":"NewsArticle","headline":{"x":1},"image":5}`])
    expect(read(`<script type="application/ld+json">${ld}</script><title>T</title>`).title, ld).toBe("T")
})

test("a page that was written to be heavy takes no more than a page of plain words does, but for a factor", () => {
  const plain = "<p>Some words of a page.</p>".repeat(36_000)
  const most = 100 * Math.max(...[1, 2, 3].map(() => weighed(() => read(plain)).cost))
  for (const [name, page] of Object.entries({
    "open tags": `${Array.from({ length: 20_000 }, (_, n) => `<b a=${n}>`).join("")}${"</p><p>".repeat(50_000)}`,
    titles: "<title>".repeat(100_000),
    "deep data": `<script type="application/ld+json">${"[".repeat(900_000)}</script>`,
    "an endless tag": "<a ".repeat(300_000),
    ampersands: "&".repeat(1_000_000),
  }))
    expect(weighed(() => read(page)).cost, name).toBeLessThan(most)
  expect(read(`<title>${"x".repeat(900_000)}`).title).toBe("")
})

test("a page's signs are read as it says, as its server says, or as they must be", () => {
  const latin = Buffer.from("<title>Caf\xe9</title>", "latin1")
  expect(textOf(latin, "text/html; charset=ISO-8859-1")).toContain("Café")
  expect(textOf(latin, "text/html")).toContain("Café")
  expect(textOf(Buffer.from('<meta charset="windows-1251">\xcf', "latin1"), "text/html")).toContain("П")
  expect(
    textOf(Buffer.from('<meta http-equiv=content-type content="text/html; charset=shift_jis">\x83\x65', "latin1"), ""),
  ).toContain("テ")
  expect(textOf(Buffer.from("Café"), "text/html")).toBe("Café")
  expect(textOf(Buffer.from("Café").subarray(0, 4), "text/html")).toBe("Caf")
  expect(textOf(Buffer.from("\ufeffCafé"), "text/html; charset=latin1")).toContain("Café")
  expect(textOf(Buffer.from("\ufeffCafé", "utf16le"), "")).toContain("Café")
  expect(textOf(Buffer.from("Café"), "text/html; charset=no-such-thing")).toBe("Café")
})
