// The command: node verify.mjs PROOF.json [--keys KEYS.json] [--witness HEADS.jsonl] [--consistency CONSISTENCY.json …]

const { readFileSync } = await import("node:fs")

const USAGE = `node verify.mjs PROOF.json [--keys KEYS.json] [--witness HEADS.jsonl] [--consistency FILE.json …]

PROOF.json        what /{section}/{slug}/v/{n}/proof.json gave
--keys            what /.well-known/standfirst-record.json gave, kept from an earlier day: keys that you trust,
                  and with them the keys that followed them; without it nothing shows whose keys these are
--witness         heads of the record as somebody else kept them, one in a line
--consistency     what /record/consistency/{older}/{size} gave: leads from a witness's head to that of the proof

It ends with 0 when everything holds, 1 when something fails, 2 when it was not understood, and 3 when everything holds with keys
that came with the proof.`

function argumentsOf(given) {
  const asked = { proof: null, keys: null, witness: null, consistency: [] }
  for (let at = 0; at < given.length; at++) {
    const word = given[at]
    if (word === "--consistency") asked.consistency.push(given[++at])
    else if (word === "--keys" || word === "--witness") asked[word.slice(2)] = given[++at]
    else asked.proof ??= word
  }
  return asked
}

const readJson = (path) => JSON.parse(readFileSync(path, "utf8"))
const sayStep = ({ ok, said }) => console.log(`${ok ? "holds  " : "FAILS  "} ${said}`)

/** Each head of a witness is the head of the proof, or one that a proof of consistency leads from to it. */
async function checkWitness(witness, head, consistency, keys) {
  const steps = []
  for (const seen of witness) {
    if (seen.size === head.size) {
      steps.push({ ok: seen.root === head.root, said: `The witness saw the same head at ${seen.size} entries.` })
      continue
    }
    const proof = consistency.find(({ older, head: later }) =>
      seen.size < head.size
        ? older.size === seen.size && older.root === seen.root && later.size === head.size && later.root === head.root
        : older.size === head.size && older.root === head.root && later.size === seen.size && later.root === seen.root,
    )
    if (proof)
      steps.push({
        ok: await checkConsistency(proof, keys),
        said: `The record of ${proof.head.size} entries began as that of ${proof.older.size}.`,
      })
  }
  if (!steps.length)
    steps.push({ ok: false, said: "No head of the witness could be compared: ask for a proof of consistency." })
  return steps
}

const asked = argumentsOf(process.argv.slice(2))
if (!asked.proof) {
  console.log(USAGE)
  process.exitCode = 2
} else {
  try {
    await check(asked)
  } catch (error) {
    console.log(`A file could not be understood, so nothing is proved: ${error.message}`)
    process.exitCode = 2
  }
}

async function check(asked) {
  const proof = readJson(asked.proof)
  const keys = asked.keys ? await trustedKeys(readJson(asked.keys).keys, proof.keys) : proof.keys
  const { steps, entry } = await checkProof(proof, keys)
  if (asked.witness) {
    const witness = readFileSync(asked.witness, "utf8")
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line))
    steps.push(...(await checkWitness(witness, proof.head, asked.consistency.map(readJson), keys)))
  }
  steps.forEach(sayStep)
  const whole = steps.every(({ ok }) => ok)
  const { story, version } = entry
  console.log(
    whole
      ? `Version ${version.number} of story ${story} was made public on ${version.madeAt}, with these words${asked.keys ? "." : ", if the keys are the paper's."}`
      : "This is not proved.",
  )
  if (!asked.keys)
    console.log("The keys came with the proof, which anybody could make: give those that you kept earlier with --keys.")
  process.exitCode = whole ? (asked.keys ? 0 : 3) : 1
}
