import { type Rules, words } from "./rules"

export const dutch: Rules = {
  starters: words(
    `de het een deze dit die dat hij zij ze wij we jullie ik u zijn haar hun ons onze mijn wie wat wanneer waar waarom hoe welke
    in op aan bij voor van uit naar met zonder onder boven na tijdens sinds tot terwijl als maar en of noch dus want omdat hoewel
    toch intussen ondertussen dan daar hier nu vandaag gisteren morgen niet geen niemand niets sommige veel vele meer meest weinig
    beide alle alles ander andere elk elke ieder iedere één twee drie vier vijf zes zeven tien over rond volgens ondanks eerst later
    vroeger ook nog al pas zelfs zo door om tegen tussen is was waren wordt worden werd zal zou kan kon moet moest mag heeft had hebben
    er vorig vorige volgend volgende nieuw nieuwe oud oude laatste eerste daarom daarna bovendien echter`,
  ),
  never: words(
    `maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus september oktober
    november december belgisch belgische vlaams vlaamse waals waalse brusselse antwerpse gentse nederlands nederlandse frans franse duits duitse engels engelse brits britse amerikaans
    amerikaanse europees europese italiaans italiaanse spaans spaanse russisch russische oekraïense chinees chinese belgen vlamingen walen`,
  ),
  roles: words(
    `meneer mevrouw dr prof professor president minister premier staatssecretaris senator burgemeester gouverneur schepen kanselier koning
    koningin prins prinses rechter generaal kolonel kapitein bisschop paus commissaris woordvoerder woordvoerster directeur voorzitter
    coach trainer journalist inspecteur onderzoeker econoom bioloog historicus boer bakker eigenaar leraar lerares verpleegster dokter arts
    ingenieur advocaat procureur topvrouw topman`,
  ),
  particles: words("van der den de von ter ten te la le du di"),
  joiners: words("voor van der en de"),
  organisations: words(
    `raad bank universiteit partij ministerie commissie unie agentschap rechtbank federatie instituut ziekenhuis parlement comité
    vereniging bedrijf groep club museum politie dienst autoriteit stichting maatschappij theater hogeschool school senaat fonds kamer
    hof bond`,
  ),
  towards: words("in te naar uit rond nabij bij vanuit"),
  says: words(
    "zegt zei vertelt vertelde vraagt vroeg waarschuwt waarschuwde meldt meldde stelt schrijft reageert aldus benadrukt",
  ),
  articles: words("de het een deze dit die dat zijn haar hun onze"),
  genitive: true,
  elision: false,
  nouns: false,
}
