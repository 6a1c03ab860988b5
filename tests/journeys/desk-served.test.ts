import { expect, test } from "@playwright/test"
import { addPackage } from "@/lib/packages/packages.server"
import { SCREENS } from "../desk"
import { fullStory } from "../full-story"
import { cookieOf, hire, rareWord } from "../newsroom"

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
