/** A question with the stories that answer it: beginnings of headlines, any of which is right. */
export type Labelled = { q: string; kind: Kind; right: string[] }

export type Kind =
  | "words"
  | "typo"
  | "accent"
  | "phrase"
  | "minus"
  | "operator"
  | "stem"
  | "across fields"
  | "other language"

const KABUL = "Belgium took part in three days of talks in Kabul"
const TRAM = "The last tram of Oosterlinde"
const DYKE = "A village moves its dyke back"
const POOL = "Swimming lessons return to all nine schools"
const MISSION = "What is a “technical mission”"
const PASS = "Freight trains cross the Sarn Pass"
const LIGHT = "The lighthouse keeper who came back"
const BRIDGE = "Town gives its drawbridge a timetable"
const SEEDS = "Gardeners of three countries swap beans"
const DOCKERS = "Dockers and terminals in Westhaven agree"
const WIND = "Village wind co-operative pays its first dividend"
const INFLATION = "Inflation falls, and nothing gets cheaper"
const REPAIR = "Repair shop without a till"
const PEAT = "Nine thousand years in a tube"
const WEATHER = "The quiet revolution"
const SWIFTS = "Sixty homes in a belfry"
const LIBRARY = "The library that stays open"
const BELLS = "Oosterlinde hangs its missing bells"
const LABELS = "Please write longer labels"
const CHOIR = "A choir for people who were told"

const of = (kind: Kind, lines: Record<string, string | string[]>): Labelled[] =>
  Object.entries(lines).map(([q, right]) => ({ q, kind, right: [right].flat() }))

/**
 * What somebody might type who remembers one story of the demo paper, among 2,000 that were written to look like it, and
 * some questions in the other languages of the archive.
 */
export const QUERIES: Labelled[] = [
  ...of("words", {
    "talks kabul": KABUL,
    "returning afghans": KABUL,
    "last tram oosterlinde": TRAM,
    "village moves dyke": DYKE,
    "swimming lessons nine schools": POOL,
    "technical mission": MISSION,
    "freight trains sarn pass": PASS,
    "lighthouse keeper": LIGHT,
    "drawbridge timetable": BRIDGE,
    "gardeners swap beans": SEEDS,
    "dockers four days": DOCKERS,
    "wind dividend": WIND,
    "inflation nothing cheaper": INFLATION,
    "repair toaster": REPAIR,
    "bog kloosterven": PEAT,
    "weather quiet revolution": WEATHER,
    "swifts belfry oosterlinde": SWIFTS,
    "library stays open night": LIBRARY,
    "missing bells": BELLS,
    "longer labels": LABELS,
    "choir mouth the words": CHOIR,
  }),
  ...of("typo", {
    "kabol talks": KABUL,
    lighthuose: LIGHT,
    "drawbrigde timetable": BRIDGE,
    dividand: WIND,
    toastr: REPAIR,
    "missing bels oosterlinde": BELLS,
    "swiming lesons nine": POOL,
    kloostervn: PEAT,
    "last tram oosterlindde": TRAM,
    tecnical: MISSION,
  }),
  ...of("accent", {
    "repair café": REPAIR,
    "carillón oosterlinde missing": BELLS,
    Käbul: KABUL,
    "secheresse fontaines": "Sécheresse",
    "élections bourgmestre": "Élections à",
    glockengiesser: ["Glocken von", "Museum in", "Chor aus"],
    "gemalde museum": "Museum in",
  }),
  ...of("phrase", {
    '"three days of talks"': KABUL,
    '"the last tram"': TRAM,
    '"civil servants of the Taliban"': KABUL,
    '"told to mouth the words"': CHOIR,
    '"base tunnel"': PASS,
    "“week of four days” shippers": DOCKERS,
    '"microscope" "hazel, plague and rye"': PEAT,
  }),
  ...of("minus", {
    "tram oosterlinde -later": TRAM,
    "kabul -geneva": KABUL,
    "swifts -boxes -count nest": ["Sixty homes", "Researchers count", "A bog near", "Gardeners of"],
    "belfry -swifts": BELLS,
    'dockers "four days" -bruges -lisbon -tries': DOCKERS,
  }),
  ...of("operator", {
    'author:"Ada Verlinden" dyke': DYKE,
    "author:verlinden topic:energy section:world": LIGHT,
    "topic:art author:janssens": LABELS,
    "section:culture author:hendrickx choir": CHOIR,
    "author:moreau": MISSION,
    "after:2026-11-01 topic:prices author:cleo": INFLATION,
    "section:science author:hendrickx": WEATHER,
    "before:2026-11-01 kabul": ["Talks in", "Ambassador", "Two governments"],
  }),
  ...of("stem", {
    "forecasting weather revolutions": WEATHER,
    "docker agreed terminal": DOCKERS,
    "returned meadows villages": DYKE,
    "singing choirs auditions": CHOIR,
    "gardener swapping bean": SEEDS,
    "trained crossing winters sarn": PASS,
  }),
  ...of("across fields", {
    "verlinden lighthouse generator": LIGHT,
    "hendrickx westhaven cranes": DOCKERS,
    "asylum roosemont": KABUL,
    "beavers molenrode contractor": DYKE,
    "laundry pool heating": POOL,
    "music bells founder bankrupt": BELLS,
    "satellites computers chaotic forecast tuesday": WEATHER,
    "limescale coffee machines": REPAIR,
    "night librarian blankets": LIBRARY,
    "van bossuyt": KABUL,
  }),
  ...of("other language", {
    "nachttram utrecht": "Utrecht krijgt een nachttram",
    "burgemeester stopt": "Burgemeester",
    "grève des cheminots": "Grève des cheminots",
    "verkiezing mechelen": "Verkiezingen in Mechelen",
    "güterzug stau": "Güterzüge stauen",
    "musées étiquette": "Le musée de",
  }),
]
