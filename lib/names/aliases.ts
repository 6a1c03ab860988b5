import { bare } from "../search/bare"
import type { NameKind } from "./rules"

/** What one thing is called: under its first name the archive keeps it. */
const TABLE: readonly (readonly [NameKind, string])[] = [
  ["organisation", "European Union|EU|UE|Europese Unie|Union européenne|Europäische Union|Europäischen Union"],
  [
    "organisation",
    "European Commission|Europese Commissie|Commission européenne|Europäische Kommission|Europäischen Kommission",
  ],
  [
    "organisation",
    "European Parliament|Europees Parlement|Parlement européen|Europäisches Parlament|Europäische Parlament|Europäischen Parlament",
  ],
  [
    "organisation",
    "European Central Bank|ECB|BCE|EZB|Europese Centrale Bank|Banque centrale européenne|Europäische Zentralbank",
  ],
  ["organisation", "United Nations|UN|ONU|VN|UNO|Verenigde Naties|Nations unies|Vereinte Nationen|Vereinten Nationen"],
  ["organisation", "NATO|NAVO|OTAN"],
  ["organisation", "World Health Organization|WHO|WGO|OMS|Wereldgezondheidsorganisatie|Weltgesundheitsorganisation"],
  ["place", "United States|US|USA|VS|Verenigde Staten|États-Unis|Vereinigte Staaten|Vereinigten Staaten"],
  ["place", "United Kingdom|UK|Verenigd Koninkrijk|Royaume-Uni|Vereinigtes Königreich"],
  ["place", "Belgium|België|Belgique|Belgien"],
  ["place", "Netherlands|Nederland|Pays-Bas|Niederlande|Niederlanden"],
  ["place", "Germany|Duitsland|Allemagne|Deutschland"],
  ["place", "France|Frankrijk|Frankreich"],
  ["place", "Italy|Italië|Italie|Italien"],
  ["place", "Spain|Spanje|Espagne|Spanien"],
  ["place", "Ukraine|Oekraïne"],
  ["place", "Russia|Rusland|Russie|Russland"],
  ["place", "Flanders|Vlaanderen|Flandre|Flandern"],
  ["place", "Wallonia|Wallonië|Wallonie|Wallonien"],
  ["place", "Brussels|Brussel|Bruxelles|Brüssel"],
  ["place", "Antwerp|Antwerpen|Anvers"],
  ["place", "Ghent|Gent|Gand"],
  ["place", "Bruges|Brugge|Brügge"],
  ["place", "Ostend|Oostende|Ostende"],
  ["place", "Mechelen|Malines|Mecheln"],
  ["place", "Leuven|Louvain|Löwen"],
  ["place", "Liège|Luik|Lüttich"],
  ["place", "Namur|Namen"],
  ["place", "The Hague|Den Haag|La Haye"],
  ["place", "Cologne|Keulen|Köln"],
  ["place", "Aachen|Aken|Aix-la-Chapelle"],
  ["place", "Meuse|Maas"],
  ["place", "Scheldt|Schelde|Escaut"],
  ["place", "London|Londen|Londres"],
  ["place", "Paris|Parijs"],
]

type Alias = { name: string; kind: NameKind }
/** By what is written, bare. */
export type Aliases = ReadonlyMap<string, Alias>

/** The table above: who misses one adds it there. */
export const ALIASES: Aliases = new Map(
  TABLE.flatMap(([kind, line]) => {
    const written = line.split("|")
    return written.map((one) => [bare(one), { name: written[0] ?? one, kind }] as const)
  }),
)
