import { type Rules, words } from "./rules"

export const french: Rules = {
  starters: words(
    `le la les un une des ce cet cette ces il elle ils elles nous vous je on son sa ses leur leurs notre nos votre mon ma mes qui que quoi
    quand où pourquoi comment quel quelle dans en sur à au aux par pour de du avec sans sous après avant pendant depuis jusque alors
    comme si mais et ou ni donc car parce quoique cependant toutefois puis là ici maintenant hier demain ne pas non personne rien
    certains certaines beaucoup plus moins peu tous toutes tout toute autre autres chaque deux trois quatre cinq six sept dix selon
    malgré d'abord ensuite enfin aussi encore même ainsi contre entre vers chez est sont était étaient sera serait peut doit a ont avait
    premier première dernier dernière nouveau nouvelle plusieurs aucun aucune lors dès voici voilà`,
  ),
  never: words(
    `lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre
    décembre belges flamands wallons français allemands néerlandais bruxellois européens américains`,
  ),
  roles: words(
    `m mme mlle monsieur madame dr prof professeur président présidente ministre premier première secrétaire sénateur sénatrice bourgmestre maire
    gouverneur échevin échevine chancelier roi reine prince princesse juge général colonel capitaine évêque pape commissaire porte-parole directeur
    directrice entraîneur journaliste inspecteur chercheur chercheuse économiste biologiste historien agriculteur boulanger propriétaire
    enseignante infirmière médecin ingénieur avocat avocate procureur`,
  ),
  particles: words("van der den de du des la le von di da"),
  joiners: words("de du des la le et pour"),
  organisations: words(
    `conseil banque université parti ministère commission union agence tribunal fédération institut hôpital parlement comité association
    société groupe club musée police office autorité fondation théâtre école sénat fonds chambre cour syndicat`,
  ),
  towards: words("à vers en près depuis dans"),
  says: words(
    "dit déclare déclaré explique expliqué affirme affirmé prévient ajoute demande annonce annoncé écrit estime",
  ),
  articles: words("le la les un une des ce cette ces son sa ses leur au aux du"),
  genitive: false,
  elision: true,
  nouns: false,
}
