import type { Language } from "@/lib/story/story"

type Cast = {
  topic: string
  languages: readonly Language[]
  people: readonly string[]
  places: readonly string[]
  organisations: readonly string[]
  words: Partial<Record<Language, readonly string[]>>
}

const list = (line: string) => line.split(", ")

/** Who and what the twelve topics are about; the same names as in the stories written by hand. */
export const CASTS: readonly Cast[] = [
  cast(
    "bridge",
    ["en"],
    "Tom Daelman, Lena Overhof, Dirk Somers, Paula Wynants",
    "Westhaven",
    "Roads Agency, Hauliers Union",
    {
      en: "bearings, lorries, cracks, detour",
    },
  ),
  cast("asylum", ["en", "nl", "fr", "de"], "Zelda Quintens, Bruno Hallet, Rosa Impens", "Molenrode", "Fedasil", {
    en: "reception, residents, asylum",
    nl: "opvang, bewoners, asielzoekers",
    fr: "accueil, résidents, réfugiés",
    de: "Aufnahme, Bewohner, Flüchtlinge",
  }),
  cast("doping", ["en"], "Milan Verstade, Ines Corto, Jonas Peeters, Nora Wils", "Lake Serre", "Velox-Arden, ADAB", {
    en: "booster, sample, cycling, infusions",
  }),
  cast("pfas", ["nl"], "Greet Lindeman, Joris Naets, Irma Goossens, Pol Wouters", "Zwijndael", "Chemora, OVAM", {
    nl: "sanering, bloedonderzoek, vergunning, afvalwater",
  }),
  cast("staking", ["nl"], "Katrien Maesen, Luc Piscart, Mia Bogaert", "Aalburg", "NMBS, TreinWijs", {
    nl: "staking, werkroosters, machinisten, treinen",
  }),
  cast("school", ["nl"], "Hanne Vyncke, Peter Dockx, Wim Cools", "Leiegem", "KOV, Sint-Amandscollege", {
    nl: "leraren, lerarentekort, zijinstromers, verlofdagen",
  }),
  cast(
    "crue",
    ["fr"],
    "Claire Dumonceau, Hugo Lambrecq, Benoît Marchal, Odette Lejeune",
    "Pontaval, Rochemont",
    "Orvaine Secours",
    {
      fr: "barrage, sinistrés, assureurs, inondation",
    },
  ),
  cast("hopital", ["fr"], "Marc Delvigne, Aline Croisier", "Tournelle", "CHU Saint-Aubin, CNE", {
    fr: "maternité, fusion, infirmières, hôpital",
  }),
  cast("banque", ["fr"], "Éric Vannier, Solange Perrot, Guy Hastir, Maud Renier", "Malte", "Fortalis, FSMA", {
    fr: "épargnants, pertes, audience, comptable",
  }),
  cast("wind", ["de"], "Klaus Theissen, Annette Krings, Horst Lennertz", "Hohenfenn", "Nordkraft, Freies Venn", {
    de: "Windräder, Rotmilan, Klage, Genehmigung",
  }),
  cast("fussball", ["de"], "Markus Hoven, Leon Bartels, Otto Kessel", "Kirchberg", "FC Raeren, RBFV", {
    de: "Lizenz, Stadion, Aufstieg, Stürmer",
  }),
  cast("raub", ["de"], "Petra Scholl, Ansgar Brehm, Rudi Kamps", "Altenforst", "Museum Ludwigshof, Interpol", {
    de: "Gemälde, Diebe, Wächter, Garage",
  }),
]

function cast(
  topic: string,
  languages: readonly Language[],
  people: string,
  places: string,
  organisations: string,
  words: Partial<Record<Language, string>>,
): Cast {
  const spoken = Object.entries(words).map(([language, line]) => [language, list(line)])
  return {
    ...{ topic, languages, people: list(people), places: list(places), organisations: list(organisations) },
    words: Object.fromEntries(spoken),
  }
}

/** People and places that any topic may name. */
export const STRANGERS: Record<Language, { people: readonly string[]; places: readonly string[] }> = {
  en: { people: list("Bart Reynaert, Nina Colpaert, Ursula Brandt"), places: list("Brussels, Ghent, Liège, Antwerp") },
  nl: { people: list("Bart Reynaert, Nina Colpaert, Ursula Brandt"), places: list("Brussel, Gent, Luik, Antwerpen") },
  fr: { people: list("Bart Reynaert, Nina Colpaert, Ursula Brandt"), places: list("Bruxelles, Gand, Liège, Anvers") },
  de: {
    people: list("Bart Reynaert, Nina Colpaert, Ursula Brandt"),
    places: list("Brüssel, Gent, Lüttich, Antwerpen"),
  },
}

type Sentences = Record<"headlines" | "standfirsts" | "lines" | "strange", readonly string[]>

export const SENTENCES: Record<Language, Sentences> = {
  en: {
    headlines: [
      "New turn around {word}",
      "{organisation} answers {person}",
      "What {person} wants now",
      "Quarrel about {word} goes on",
    ],
    standfirsts: ["A report on the {word} is late.", "{person} has a plan.", "Nobody expects an answer before summer."],
    lines: [
      "According to {person}, the {word} cannot wait any longer.",
      "The {organisation} met {other} for {n} minutes and said nothing afterwards.",
      "In {place} people talk of little else than the {word} and the {also}.",
      "A letter of {n} pages about the {also} reached {person} on Thursday.",
      "“That is not how it went”, says {other} of the {word}.",
      "Some {n} people came to a meeting in {place}.",
    ],
    strange: [
      "In {somewhere} Prime Minister {someone} did not want to comment.",
      "The European Union looks on, said {someone} in {somewhere}.",
      "Professor {someone} sees something like it every year in {somewhere}.",
    ],
  },
  nl: {
    headlines: [
      "Nieuwe wending rond {word}",
      "{organisation} antwoordt {person}",
      "Wat {person} nu wil",
      "Ruzie over {word} duurt voort",
    ],
    standfirsts: [
      "Een verslag over {word} is te laat.",
      "Volgens {person} kan het anders.",
      "Niemand verwacht een antwoord voor de zomer.",
    ],
    lines: [
      "Volgens {person} kan het niet langer wachten met {word}.",
      "Bij {organisation} zat {other} {n} minuten aan tafel, en daarna zei niemand iets.",
      "In {place} gaat het over weinig anders dan {word} en {also}.",
      "Een brief van {n} bladzijden over {also} bereikte {person} op donderdag.",
      "“Zo is het niet gegaan”, zegt {other} over {word}.",
      "Er kwamen {n} mensen naar een vergadering in {place}.",
    ],
    strange: [
      "In {somewhere} wilde premier {someone} er niets over kwijt.",
      "De Europese Unie kijkt toe, zei {someone} in {somewhere}.",
      "Professor {someone} ziet zoiets elk jaar in {somewhere}.",
    ],
  },
  fr: {
    headlines: [
      "Du nouveau : {word}",
      "{organisation} répond à {person}",
      "Ce que veut {person}",
      "La dispute continue : {word}",
    ],
    standfirsts: [
      "Un rapport sur {word} se fait attendre.",
      "Pour {person}, il y a un autre chemin.",
      "Personne n’attend de réponse avant l’été.",
    ],
    lines: [
      "Selon {person}, on ne peut plus attendre : {word} est en jeu.",
      "Chez {organisation}, on a reçu {other} pendant {n} minutes, sans rien dire ensuite.",
      "À {place}, on ne parle que de cela : {word} et {also}.",
      "Une lettre de {n} pages sur {also} est arrivée jeudi chez {person}.",
      "« Ce n’est pas ainsi que cela s’est passé », dit {other} au sujet de {word}.",
      "Près de {n} personnes sont venues à une réunion à {place}.",
    ],
    strange: [
      "À {somewhere}, le ministre {someone} n’a rien voulu dire.",
      "L’Union européenne observe, disait {someone} à {somewhere}.",
      "Le professeur {someone} voit cela chaque année à {somewhere}.",
    ],
  },
  de: {
    headlines: [
      "Neues zum Thema {word}",
      "{organisation} antwortet {person}",
      "Was {person} jetzt will",
      "Der Streit geht weiter: {word}",
    ],
    standfirsts: [
      "Ein Bericht dazu lässt auf sich warten: {word}.",
      "Laut {person} geht es anders.",
      "Niemand erwartet eine Antwort vor dem Sommer.",
    ],
    lines: [
      "Laut {person} darf man nicht länger warten: {word} und {also} sind wichtig.",
      "Bei {organisation} saß {other} {n} Minuten am Tisch, und danach sagte niemand etwas.",
      "In {place} spricht man von nichts anderem als davon: {word}.",
      "Ein Brief von {n} Seiten erreichte {person} am Donnerstag, es ging um {also}.",
      "„So war es nicht“, sagt {other} dazu: {word}.",
      "Rund {n} Leute kamen zu einer Versammlung in {place}.",
    ],
    strange: [
      "In {somewhere} wollte Premierminister {someone} nichts sagen.",
      "Die Europäische Union schaut zu, sagte {someone} in {somewhere}.",
      "Professor {someone} sieht so etwas jedes Jahr in {somewhere}.",
    ],
  },
}
