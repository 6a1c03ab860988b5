// The page /record/check: fetches the proof of a version and the page that readers get of it, and says what holds.

const place = document.getElementById("steps")
const form = document.querySelector("form")

function say(ok, said) {
  const line = document.createElement("li")
  line.className = ok ? "holds" : "fails"
  const mark = document.createElement("strong")
  mark.textContent = ok ? "Holds. " : "Fails. "
  line.append(mark, said)
  place.append(line)
}

const plain = (text) => text.replace(/\s+/g, "")

/** Every word that a value holds, apart from names of things. */
function wordsIn(value, name = "") {
  if (typeof value === "string")
    return ["kind", "id", "pictureId", "storyId", "link", "provider", "item"].includes(name) ? [] : [value]
  if (Array.isArray(value))
    return value.every((one) => typeof one?.text === "string")
      ? [value.map(({ text }) => text).join("")]
      : value.flatMap((one) => wordsIn(one))
  return value && typeof value === "object" ? Object.entries(value).flatMap(([key, one]) => wordsIn(one, key)) : []
}

/** Does the page that readers get show the words of the proof? */
async function shownWords(address, texts) {
  const page = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html")
  const shown = plain(page.querySelector("article")?.textContent ?? "")
  const spoken = texts
    .filter(({ closed }) => !closed)
    .filter(({ path }) => path === "headline" || path === "standfirst" || path.startsWith("body."))
  const missing = spoken.flatMap(({ path, value }) => {
    const block = typeof value === "object" && value !== null
    // What stands in an attribute, or elsewhere, is not looked for: pictures, embeds, cards.
    if (block && !["paragraph", "crosshead", "list", "quote"].includes(value.kind)) return []
    return wordsIn(block ? { ...value, alt: "" } : value)
      .map(plain)
      .filter((words) => words && !shown.includes(words))
      .map(() => path)
  })
  return { count: spoken.length, missing }
}

async function check(story, version) {
  place.replaceChildren()
  const address = `${story}/v/${version}`
  const answer = await fetch(`${address}/proof.json`)
  if (!answer.ok)
    return say(
      false,
      "There is no proof of such a version: readers may not look it up, or it is not in the record yet.",
    )
  const proof = await answer.json()
  const { steps, ok, entry } = await checkProof(proof)
  for (const one of steps) say(one.ok, one.said)
  const same = String(entry.version?.number) === version
  say(same, same ? `It is of version ${version}.` : `It is of another version than ${version}.`)
  const { missing } = await shownWords(address, proof.texts)
  say(
    missing.length === 0,
    missing.length === 0
      ? "The page that you are given of this version shows these words."
      : `The page shows other words than the record has: ${missing.join(", ")}.`,
  )
  if (ok && same && missing.length === 0)
    say(
      true,
      `Version ${entry.version.number} was made public on ${entry.version.madeAt}, and has not been changed since.`,
    )
}

async function start() {
  const asked = new URLSearchParams(location.search)
  const story = asked.get("story") ?? ""
  const version = asked.get("version") ?? ""
  form.story.value = story
  form.version.value = version
  if (!story) return
  if (!/^\/[a-z0-9-]+\/[a-z0-9-]+$/.test(story) || !/^[1-9][0-9]{0,5}$/.test(version))
    return say(false, "A story is a path of this paper, such as /belgium/canal-reopens; a version is a number.")
  await check(story, version).catch(() =>
    say(
      false,
      "The check could not be done: this browser lacks Ed25519, or the paper does not answer. verify.mjs does the same without a browser.",
    ),
  )
}
start()
