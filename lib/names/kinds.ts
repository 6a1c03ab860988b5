import type { NameKind, Rules } from "./rules"
import type { Run } from "./runs"
import type { Passage, Token } from "./tokens"

type Seen = { run: Run; tokens: readonly Token[]; passageOf: Passage; lowers: readonly string[] }

/** What a name is likely to be, by how its mentions are written. */
export function kindOf(group: readonly Seen[], rules: Rules): NameKind {
  if (group.some(({ lowers }) => lowers.some((lower) => rules.organisations.has(lower)))) return "organisation"
  if (group.some((one) => isPerson(one, rules))) return "person"
  if (group.some(({ tokens }) => tokens.length === 1 && tokens[0]?.acronym)) return "organisation"
  if (group.some((one) => isPlace(one, rules))) return "place"
  return "unknown"
}

function isPerson({ run, tokens, passageOf, lowers }: Seen, rules: Rules): boolean {
  if (run.role || passageOf.where === "speaker") return true
  if (tokens.length === 1) return false
  if (FIRST_NAMES.has(lowers[0] ?? "") || lowers.some((lower, index) => index > 0 && SURNAME.has(lower))) return true
  return rules.says.has(run.after) || rules.says.has(run.before)
}

const isPlace = ({ run, tokens, passageOf }: Seen, rules: Rules) =>
  passageOf.where === "dateline" || (tokens.length < 3 && rules.towards.has(run.before))

const SURNAME = new Set("van de der den von du".split(" "))

const FIRST_NAMES = new Set(
  `an anna anne anneleen ann annelies alex alexander ali amina andreas anton antoine arne bart ben bernard bert bram bruno camille carla caroline
  charles charlotte christine christophe claire clara claude daan daniel david dirk dries elise elke ellen emma emmanuel eric erik eva fatima
  felix femke filip frank françois frederik georges gert greet guy hanna hannes hans heidi helmut hilde hugo ilse ines inge ingrid isabelle
  jan jean jef jens jeroen johan johanna john jonas joris jozef julie jürgen karel karin karl katrien kevin klaus koen kristof lars laura
  laurent lena leen lieve lies lisa lotte louis luc lukas marc maria marie marion mark martin mathias mathilde max maxim mia michael michel mieke
  mohamed monika nadia nele nicolas niels noor olivier otto patrick paul peter petra philippe pierre pieter rachid ralf robert rosa ruth
  sabine samira sara sarah simon sofie sophie stefan sven thomas tim tom ursula uwe valérie vincent werner willem wim wolfgang wouter yasmina
  yves zuhal zoë`.split(/\s+/),
)
