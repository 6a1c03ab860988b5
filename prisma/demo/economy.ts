import { type DemoStory, h, list, p, picture, quote, steps } from "./words"

const wind = (households: string) => [
  picture(
    "turbines",
    "White wind turbines above fields in green and ochre strips, with three cows, a small farm and a fence.",
    "The three turbines on the Hoge Akker turned for 4,310 hours last year.",
  ),
  p(
    `The letter is one page long and has a cheque in it. The wind co-operative of Kasterbeek, in which ${households} households hold shares, pays a dividend for the first time since its turbines began to turn six years ago: 4 euros 60 for every share of 125 euros.`,
  ),
  p(
    "That is not much, and the treasurer says so in the letter. It is also more than the savings bank in the Kerkstraat gives, and the electricity comes with it: members pay a fixed price per kilowatt-hour that the general meeting sets each March.",
  ),
  h("Six lean years"),
  p(
    "The co-operative had promised its members to be patient, and they needed to be. In the first year a bearing failed. In the second the bearing that had replaced it failed. Then, for eighteen months, the price of power rose so high that the meeting had to decide what a co-operative does with a windfall. It voted to put half into the roof of the school.",
  ),
  quote(
    "We argued until one in the morning. That is what we bought shares for.",
    "Mieke Aerts, chair of the co-operative",
  ),
  h("A fourth mast"),
  p(
    "With the dividend comes a question. The neighbouring village has offered a site for a fourth turbine, and the grid has room for it from next year. It would cost 5.2 million euros, of which the members would have to bring a quarter. They vote in March, after the price, and before the sandwiches.",
  ),
]

export const economy: DemoStory[] = [
  {
    key: "dockers",
    byline: ["dirk"],
    section: "economy",
    kicker: "News",
    dateline: "Westhaven",
    headline: "Dockers and terminals in Westhaven agree on a week of four days",
    standfirst:
      "After nine nights of talks the cranes will turn for 24 hours a day, and the people in them for 34 hours a week. Shippers say it was high time; economists want to see the sums.",
    topics: ["work", "trade"],
    body: [
      picture(
        "cranes",
        "A container ship at the quay at sunrise, with three tall cranes above it and gulls in an orange sky.",
        "The Noordkaai in Westhaven, where 41 ships waited at anchor on the worst day.",
      ),
      p(
        "They shook hands at twenty to six in the morning, in the canteen, because the meeting room was locked. The unions and the four terminal operators of Westhaven have agreed on a new rota for the port’s 2,900 dockers: four shifts of eight and a half hours in a week, for the pay of five.",
      ),
      p(
        "In return the quays will work through the night and at weekends without the surcharges that had made a Sunday container the most expensive of the week. A ship of the largest class should leave eleven hours sooner than it does today.",
      ),
      h("The queue as an argument"),
      p(
        "For a month dockers had refused overtime. It was enough. Overtime, it appeared, was what the port ran on: the number of ships that lay at anchor outside the locks grew from 6 to 41. Car plants as far as Bavaria counted their seats and steering wheels.",
      ),
      quote(
        "We did not go on strike. We went home on time. That turned out to be the same thing.",
        "Stefan Wouters, crane driver and shop steward",
      ),
      h("What was agreed"),
      list(
        "34 hours in four shifts, with at least 12 hours between two of them;",
        "no surcharge on nights and Sundays, but two free weekends out of four;",
        "350 new dockers, trained in the port’s own school, within eighteen months;",
        "a review after a year by somebody whom both sides dislike equally.",
      ),
      p(
        "Whether it adds up is another matter. The operators reckon with a tenth more containers over the same quay. Labour economists point out that similar rotas have paid for themselves where people were scarce and machines expensive, as in a port, and have not where it was the other way round.",
      ),
      p(
        "The members of the three unions vote on Thursday. The shop steward expects a yes, and a long queue at the school.",
      ),
    ],
    related: [
      "inflation",
      "pass",
      {
        url: "https://ec.europa.eu/eurostat/web/transport",
        headline: "Transport statistics",
        source: "Eurostat",
      },
    ],
    past: [
      { hoursAgo: 12, act: "file", by: "dirk" },
      { hoursAgo: 9, act: "publish", by: "ben" },
    ],
  },
  {
    key: "wind",
    byline: ["ada"],
    section: "economy",
    kicker: "News",
    dateline: "Kasterbeek",
    headline: "Village wind co-operative pays its first dividend after six years",
    standfirst:
      "Four euros and sixty cents a share: nobody will get rich from it. The members of Kasterbeek now have to decide whether they want a fourth turbine.",
    topics: ["energy"],
    body: wind("4,100"),
    related: ["lighthouse", "pool"],
    past: [
      { hoursAgo: 49, act: "file", by: "ada" },
      { hoursAgo: 46, act: "publish", by: "ben" },
      {
        hoursAgo: 26,
        act: "correct",
        by: "ben",
        rewritten: { body: wind("1,400") },
        note: "An earlier version of this story said that 4,100 households hold shares in the co-operative. There are 1,400; the other figure is the number of shares.",
      },
    ],
  },
  {
    key: "inflation",
    byline: ["cleo"],
    section: "economy",
    kicker: "Explainer",
    headline: "Inflation falls, and nothing gets cheaper: how to read the figure",
    standfirst: "A shopping bag, a list of weights and a comparison with last year. The rest is patience.",
    topics: ["prices"],
    body: [
      picture(
        "basket",
        "A paper bag with bread, tomato, leek and milk stands beside a long till receipt that turns into a bar chart.",
        "The basket holds several hundred products. Few households have ever bought all of them.",
      ),
      p(
        "Each month the same sentence appears, in this paper too: inflation has fallen. And each month readers write to ask in which shop. The sentence is true, and so are the letters.",
      ),
      h("A speed, not a place"),
      p(
        "Inflation says how fast prices rise, not how high they are. A car that slows down from 90 to 50 is still moving forward. When inflation falls from 6 to 2 per cent, prices rise more slowly than before, on top of all that was added earlier. Only below zero do they go down on average, and that is rare.",
      ),
      h("Whose basket?"),
      p(
        "Statisticians follow the prices of a basket of goods and services. Every item weighs as much as an average household spends on it, and the weights are looked at again each year. Nobody is that household. Those who rent badly insulated rooms live with another inflation than those who own a heat pump; both are in the average.",
      ),
      h("Compared with when?"),
      p(
        "The usual figure compares this month with the same month a year ago. If energy was very expensive then, today’s figure looks tame, whatever happened last week. This is called a base effect, and it is the first thing to ask about when a figure jumps.",
      ),
      h("Two figures for Belgium"),
      p("Those who read Belgian newspapers meet at least two of them:"),
      steps(
        "the **harmonised index**, made by the same rules in the whole of the European Union, with which countries are compared;",
        "the **health index**, the national one without tobacco, alcohol, petrol and diesel, which wages and many rents follow.",
      ),
      p(
        "They can differ by a good deal, for a good while. If somebody quotes a figure without saying which, that is a second thing to ask about. The third is the till receipt. It is the only basket that is yours.",
      ),
    ],
    related: [
      "dockers",
      {
        url: "https://ec.europa.eu/eurostat/web/hicp",
        headline: "Harmonised index of consumer prices",
        source: "Eurostat",
      },
    ],
    past: [{ hoursAgo: 71, act: "publish", by: "cleo" }],
  },
  {
    key: "repair",
    byline: ["ada"],
    section: "economy",
    kicker: "In brief",
    dateline: "Oosterlinde",
    headline: "Repair shop without a till has mended its ten thousandth toaster",
    standfirst: "It was not a toaster, strictly speaking, but a lamp. The cake had been ordered already.",
    topics: ["work"],
    body: [
      p(
        "The repair café of Oosterlinde, which opens on Thursdays in the former fire station, has mended 10,000 things in nine years. Seven out of ten that come in go home in working order. What they cost is what people put into the jar: 3 euros 40 on average, and now and then a jar of jam.",
      ),
      p(
        "The list of what breaks is kept in a school exercise book. In the first place are coffee machines, because of limescale; in the second are zips. Since the summer, an electrical wholesaler has paid for a copy of the list each month. It buys the shop’s screws.",
      ),
    ],
    related: ["wind"],
    past: [{ hoursAgo: 63, act: "publish", by: "ben" }],
  },
  {
    key: "bakery",
    byline: ["dirk"],
    section: "economy",
    kicker: "News",
    headline: "Bakery chain Maalsteen to close eleven of its shops",
    standfirst: "An internal plan names the branches that would go before the summer.",
    topics: ["work"],
    body: [
      p(
        "The bakery chain Maalsteen wants to close eleven of its 38 shops, according to a planning document that this newspaper has seen.",
      ),
      p("The document dates from the spring and speaks of about ninety jobs. The company bakes in Kasterbeek."),
    ],
    past: [
      { hoursAgo: 60, act: "publish", by: "ben" },
      {
        hoursAgo: 55,
        act: "withdraw",
        by: "cleo",
        note: "This story has been withdrawn. It rested on a document that was no longer valid, and we had not asked the company about it before we published. We apologise to the people who work there, and to our readers.",
      },
    ],
  },
  {
    key: "auction",
    byline: ["ada"],
    section: "economy",
    kicker: "Report",
    headline: "The fish auction keeps its clock, and loses its shouting",
    standfirst: "",
    topics: ["trade", "sea"],
    body: [
      p("Buyers in Westhaven now bid from home, on a screen with the same clock that has hung in the hall since 1934."),
      p("Still to be asked: how many of them have moved inland, and who feeds the seals."),
    ],
    related: ["dockers"],
    past: [],
  },
]
