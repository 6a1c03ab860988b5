// Checks what Standfirst's record says of a version of a story. It needs nothing but SHA-256 and Ed25519 (Web Crypto), and no network:
// it runs as it is in Node from 20 on and in browsers. What it proves, and what not, stands at /record of the paper.

const FORM = "standfirst-record-1"

/** JSON in one form only (RFC 8785, for what the record holds). */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`
  if (typeof value !== "object" || value === null) return JSON.stringify(value)
  const members = Object.keys(value)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`)
  return `{${members.join(",")}}`
}

const toBytes = (text) => new TextEncoder().encode(text)
const fromHex = (hex) => Uint8Array.from(String(hex).match(/../g) ?? [], (two) => Number.parseInt(two, 16))
const fromBase64 = (text) => Uint8Array.from(atob(text), (one) => one.charCodeAt(0))

async function sha256(...parts) {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", whole))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("")
}

const leafHash = (document) => sha256(Uint8Array.of(0), toBytes(document))
const pairHash = (left, right) => sha256(Uint8Array.of(1), fromHex(left), fromHex(right))

const parents = (fn, sn) => [Math.floor(fn / 2), Math.floor(sn / 2)]
/** As far up as the node stays a left one. */
const upToRight = (fn, sn) => (fn % 2 === 0 && fn !== 0 ? upToRight(...parents(fn, sn)) : [fn, sn])

/** RFC 9162, 2.1.3.2. */
async function isIncluded(leaf, index, size, proof, root) {
  if (!(index >= 0 && index < size)) return false
  let [fn, sn, hash] = [index, size - 1, leaf]
  for (const other of proof) {
    if (sn === 0) return false
    if (fn % 2 === 1 || fn === sn) {
      hash = await pairHash(other, hash)
      ;[fn, sn] = upToRight(fn, sn)
    } else hash = await pairHash(hash, other)
    ;[fn, sn] = parents(fn, sn)
  }
  return sn === 0 && hash === root
}

/** RFC 9162, 2.1.4.2. */
async function isConsistent(older, olderRoot, size, root, proof) {
  if (older > size) return false
  if (older === size) return proof.length === 0 && olderRoot === root
  if (older === 0) return proof.length === 0
  let power = 1
  while (power < older) power *= 2
  const [first, ...rest] = power === older ? [olderRoot, ...proof] : proof
  if (first === undefined) return false
  let [fn, sn] = [older - 1, size - 1]
  while (fn % 2 === 1) [fn, sn] = parents(fn, sn)
  let [fr, sr] = [first, first]
  for (const hash of rest) {
    if (sn === 0) return false
    if (fn % 2 === 1 || fn === sn) {
      ;[fr, sr] = [await pairHash(hash, fr), await pairHash(hash, sr)]
      ;[fn, sn] = upToRight(fn, sn)
    } else sr = await pairHash(sr, hash)
    ;[fn, sn] = parents(fn, sn)
  }
  return fr === olderRoot && sr === root && sn === 0
}

/** Is this head signed by one of these keys, under the name that the key's own bytes give it? */
async function isSigned(head, keys) {
  const key = keys.find(({ id }) => id === head.key)
  if (!key) return false
  const bytes = fromBase64(key.publicKey)
  if ((await sha256(bytes)).slice(0, 16) !== key.id) return false
  const { form, size, root, before, at, key: name } = head
  const text = canonical({ form, size, root, before, at, key: name })
  const opened = await crypto.subtle.importKey("spki", bytes, "Ed25519", false, ["verify"])
  return crypto.subtle.verify("Ed25519", opened, fromBase64(head.signature), toBytes(text))
}

/** Of a key that says which one it follows: have both signed that? */
async function isHandedOver({ id, publicKey, since, after, handedOver, takenOver }, older) {
  const text = toBytes(canonical({ form: FORM, key: id, publicKey, since, after }))
  for (const [bytes, signature] of [
    [fromBase64(older.publicKey), handedOver],
    [fromBase64(publicKey), takenOver],
  ]) {
    const opened = await crypto.subtle.importKey("spki", bytes, "Ed25519", false, ["verify"])
    if (!(await crypto.subtle.verify("Ed25519", opened, fromBase64(signature), text))) return false
  }
  return true
}

/**
 * The keys that somebody trusts, and of those on offer the ones that they lead to, both ways: a key that handed over, and one that took
 * over. Of a name that is trusted, the bytes that are trusted count, whatever is on offer.
 */
// biome-ignore lint/correctness/noUnusedVariables: what is put behind this file calls it
async function trustedKeys(own, offered) {
  const trusted = new Map(own.map((key) => [key.id, key]))
  const known = (id) => trusted.get(id) ?? offered.find((key) => key.id === id)
  for (let size = -1; size !== trusted.size; ) {
    size = trusted.size
    for (const { after, since, handedOver, takenOver, id } of offered) {
      const [key, older] = [known(id), known(after)]
      if (!older || trusted.has(id) === trusted.has(after)) continue
      const told = { id, publicKey: key.publicKey, since, after, handedOver, takenOver }
      if (!(await isHandedOver(told, older))) continue
      trusted.set(id, key)
      trusted.set(after, older)
    }
  }
  return [...trusted.values()]
}

const textNames = "headline standfirst kicker dateline language section slug byline topics related".split(" ")

/** Do these words open every commitment that the document has of the version's texts, and no other? Closed parts lead to other stories. */
async function wrongText(texts, version) {
  const expected = new Map([
    ...textNames.map((name) => [name, version.texts[name]]),
    ...version.body.map((commitment, at) => [`body.${at}`, commitment]),
  ])
  if (texts.length !== expected.size) return "the number of texts is another"
  for (const { path, salt, value, closed } of texts) {
    if (closed && expected.delete(path)) continue
    const found = await sha256(fromHex(salt), toBytes(canonical(value)))
    if (expected.get(path) !== found) return path
    expected.delete(path)
  }
  return null
}

/**
 * Checks a proof, as /{section}/{slug}/v/{n}/proof.json gives it, step by step. `keys` are those that the one who checks trusts; without
 * them, the proof's own. Gives for each step whether it holds, and a sentence.
 */
// biome-ignore lint/correctness/noUnusedVariables: what is put behind this file calls it
async function checkProof(proof, keys = proof.keys) {
  const steps = []
  const step = (ok, said) => steps.push({ ok, said })
  const entry = JSON.parse(proof.document)
  step(proof.form === FORM && entry.form === FORM && proof.head.form === FORM, `The proof is of the form ${FORM}.`)
  step(canonical(entry) === proof.document, "The entry is in its one form, byte for byte.")
  const wrong = entry.version ? await wrongText(proof.texts, entry.version) : "the entry is of no version"
  step(
    wrong === null,
    wrong === null
      ? `${proof.texts.filter(({ closed }) => !closed).length} of ${proof.texts.length} parts of the text are those of the entry; the others lead to other stories, and stay closed.`
      : `The text is not that of the entry: ${wrong}.`,
  )
  const leaf = await leafHash(proof.document)
  step(
    await isIncluded(leaf, proof.index, proof.head.size, proof.inclusion, proof.head.root),
    `The entry is number ${proof.index} of the ${proof.head.size} that the record had on ${proof.head.at}.`,
  )
  step(await isSigned(proof.head, keys), `That head of the record is signed with the key ${proof.head.key}.`)
  return { steps, entry, ok: steps.every(({ ok }) => ok) }
}

/** Did the record with the later head begin as that with the earlier one? `keys` as above. */
// biome-ignore lint/correctness/noUnusedVariables: as above
async function checkConsistency({ older, head, proof }, keys) {
  return (
    (await isSigned(older, keys)) &&
    (await isSigned(head, keys)) &&
    (await isConsistent(older.size, older.root, head.size, head.root, proof))
  )
}
