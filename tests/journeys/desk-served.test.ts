import { expect, test } from "@playwright/test"
import { addPackage } from "@/lib/packages/packages.server"
import { atDesk, SCREENS } from "../desk"
import { fullStory } from "../full-story"
import { cookieOf, hire, rareWord, storyIn } from "../newsroom"

/** How React says in a page that the server failed at a part of it, and left it to the browser. */
const FAILED = /<template data-dgst[^>]*>/
/** The body's editor is made in the browser on purpose: so long a line stands in its place. */
const EDITOR = /<template data-dgst=""><\/template><p[^>]*>Opening the editor…/

test("every screen of the newsroom comes from the server whole", async ({ request }) => {
  const { id, text } = await fullStory()
  const cleo = await hire("admin")
  const made = await addPackage(cleo, { name: `Package ${rareWord()}` })
  const slug = "package" in made ? made.package.slug : ""
  const headers = await cookieOf(cleo)
  for (const path of [...SCREENS, `/related/packages/${slug}`, `/stories/${id}`]) {
    const answer = await request.get(`/newsroom${path}`, { headers })
    const page = (await answer.text()).replace(EDITOR, "")
    expect(answer.status(), path).toBe(200)
    expect(FAILED.exec(page)?.[0] ?? "", `${path}: what the server failed at`).toBe("")
    expect(page, path).toMatch(/<h1|<textarea/)
    if (path.endsWith(id)) expect(page).toContain(text.headline)
  }
})

test("a screen asks the server for itself, and for nothing that it only leads to", async ({ browser }) => {
  const cleo = await hire("admin")
  const to = await storyIn("published")
  await storyIn("published", { related: [{ story: to.id }] })
  const page = await atDesk(browser, cleo)
  const ahead: string[] = []
  page.on("request", (request) => request.headers()["next-router-prefetch"] && ahead.push(request.url()))
  for (const path of ["", "/related", "/related/changes"])
    await page.goto(`/newsroom${path}`, { waitUntil: "networkidle" })
  expect(ahead).toEqual([])
})
