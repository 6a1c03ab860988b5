import type { Plot, Tongue } from "./plots"

const plots: Plot[] = [
  {
    section: "belgium",
    topics: ["transport"],
    kicker: "Actualité",
    headlines: [
      "{place} aura son tram de nuit dès {month}",
      "Grève des cheminots : {n} trains supprimés à {place}",
      "Les cyclistes de {place} réclament {n} pistes",
    ],
    standfirsts: [
      "Étudiants et boulangers l’attendaient depuis {n} ans.",
      "Le conseil communal de {place} a voté {day}.",
    ],
    sentences: [
      "L’échevin {name} promet {n} kilomètres de pistes cyclables.",
      "Les navetteurs de {place} ont attendu {n} minutes.",
      "Les grévistes se sont réunis devant la gare de {place}.",
      "Le dépôt de la rue {street} est devenu trop petit.",
    ],
  },
  {
    section: "belgium",
    topics: ["education", "work"],
    kicker: "Actualité",
    headlines: [
      "Les écoles de {place} cherchent {n} enseignants",
      "Élections à {place} : {n} listes, un seul bourgmestre",
      "L’hôpital de {place} ferme {n} lits",
    ],
    standfirsts: [
      "À {place}, la rentrée se fera sans professeur de néerlandais.",
      "Les électeurs de {place} votent en {month}.",
    ],
    sentences: [
      "Selon {name}, l’élection n’a jamais été aussi serrée.",
      "Il manque {n} infirmières à l’hôpital.",
      "Les enseignants demandent des classes plus petites.",
      "Les parents se sont plaints à {place}.",
    ],
  },
  {
    section: "economy",
    topics: ["prices", "trade"],
    kicker: "Analyse",
    headlines: [
      "Le prix du café grimpe de {n} % à {place}",
      "Les éoliennes de {place} tournent pour {n} ménages",
      "Fermeture d’une usine à {place} : {n} emplois perdus",
    ],
    standfirsts: ["La torréfaction ne suffit plus, dit {name}.", "Le marché de {place} attend une baisse en {month}."],
    sentences: [
      "L’économiste {name} prévoit {n} % en {month}.",
      "Les ouvriers de l’usine ont occupé la rue {street}.",
      "La coopérative compte {n} membres.",
      "Les prix baissent rarement à {place}.",
    ],
  },
  {
    section: "science",
    topics: ["nature", "climate"],
    kicker: "Reportage",
    headlines: [
      "Les castors de {place} construisent un barrage",
      "Sécheresse : {place} ferme ses fontaines pour {n} jours",
      "Des chercheurs comptent {n} martinets à {place}",
    ],
    standfirsts: [
      "La biologiste {name} observe les clochers depuis {n} ans.",
      "L’été fut sec, la forêt de {place} en souffre.",
    ],
    sentences: [
      "La rivière est descendue de {n} centimètres.",
      "La chercheuse {name} lit le pollen au microscope.",
      "Les forêts de {place} brûlent plus tôt dans l’année.",
      "Une météo incertaine, dit-on rue {street}.",
    ],
  },
  {
    section: "culture",
    topics: ["music", "film"],
    kicker: "Actualité",
    headlines: [
      "Le carillon de {place} se tait pour {n} mois",
      "Le musée de {place} réécrit {n} étiquettes",
      "Festival de cinéma à {place} : {n} films muets",
    ],
    standfirsts: [
      "Les cloches de {place} étaient fausses, tout le monde le savait.",
      "Le cinéma de la rue {street} rouvre en {month}.",
    ],
    sentences: [
      "La cheffe de chœur {name} répète {day}.",
      "Le musée possède {n} tableaux.",
      "L’orgue du cinéma a {n} tuyaux.",
      "Les musées de {place} sont gratuits le dimanche.",
    ],
  },
]

export const french: Tongue = {
  language: "fr",
  plots,
  places:
    "Namur Liège Mons Charleroi Tournai Arlon Verviers Dinant Huy Nivelles Wavre Bruxelles Lille Reims Nancy Metz Genève Lyon Dijon Rouen".split(
      " ",
    ),
  first: "Amélie Benoît Chloé Denis Élise François Gaëlle Hugo Inès Jérôme Karim Léa".split(" "),
  months: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" "),
  days: "lundi mardi mercredi jeudi vendredi samedi dimanche".split(" "),
  crossheads: ["Qui paie", "Ce que dit le conseil", "Une longue attente", "L’autre camp", "Recompter"],
  common: [
    "C’est ce qu’a déclaré {name} {day} à notre journal.",
    "Le conseil communal de {place} décidera en {month}.",
    "Tout le monde à {place} n’est pas d’accord.",
    "Il y avait {n} personnes dans la salle, et {n} questions.",
    "La même chose fut essayée à {place} il y a {n} ans.",
    "Le gouvernement a confirmé les chiffres.",
    "Personne ne sait encore ce que cela coûtera.",
  ],
}
