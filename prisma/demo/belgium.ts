import { type DemoStory, h, list, p, picture, quote } from "./words"

export const belgium: DemoStory[] = [
  {
    key: "kabul",
    byline: ["ada", { name: "Belga" }],
    section: "belgium",
    kicker: "News",
    dateline: "Brussels",
    headline: "Belgium took part in three days of talks in Kabul on returning Afghans",
    standfirst:
      "The head of the Immigration Office spoke for twenty European states with civil servants of the Taliban regime. The minister calls it administration; the opposition calls it a contradiction.",
    topics: ["asylum", "diplomacy"],
    body: [
      picture(
        "talks",
        "A long table set with papers and water glasses, its red chairs empty, and a mountain range behind three tall windows.",
        "Talks between officials only: neither side sent a politician to the table.",
      ),
      p(
        "Belgium took part in talks in Kabul last week about the possible return of Afghans who have no papers or who have committed crimes, the news agency Belga reports. Freddy Roosemont, who has directed the Immigration Office for 23 years, went there on behalf of a group of twenty European countries.",
      ),
      p(
        "On his return he told the newspaper _Het Laatste Nieuws_ that the meetings went on for three days. Across the table sat officials of the Afghan ministries of the interior and of foreign affairs, and people from the intelligence services. By his account the Afghan side is now prepared to help establish the identity of its citizens who live in Europe without papers.",
      ),
      h("Officials, not ministers"),
      p(
        "Identity is where many returns come to a halt: without a document that the country of origin accepts, nobody can be sent there. _Het Laatste Nieuws_ writes that the regime now appears ready to go a long way in working with European states.",
      ),
      p(
        "Anneleen Van Bossuyt (N-VA), the minister for asylum and migration, stayed away on purpose. She describes the visit as “clearly a technical mission”: there were no politicians in the delegation, and the Taliban’s ministers of the interior and of foreign affairs did not come into it.",
      ),
      p(
        "Her office confirmed the trip in a press release on Saturday morning, under the name of an “exploratory administrative mission”. The European Commission organised it, in part because the minister had asked for it. Its purpose, according to the release, is to take up technical cooperation between administrations again, and above all the identification of people who go back, whether by their own choice or not. Cases of people without papers who have committed crimes are to come first.",
      ),
      p(
        "Belgium, she says, has “no affinity” with those who rule in Kabul. But there are more regimes that look at people and at the world in quite another way, she argues, and to keep open a channel for returns one has to deal with their administrations.",
      ),
      h("Who would stay"),
      p(
        "Nobody who is entitled to asylum will be sent back against their will, she adds, and names many Afghan women and minors as examples. There are 2,635 Afghans in Belgium’s reception centres at the moment.",
      ),
      p(
        "The green opposition party Groen is not convinced. It calls the minister “incoherent”: she cannot say in one breath that the regime despises everything this country stands for, and help in the next to organise deportations to it, writes its member of parliament Matti Vandemaele in a press release. To the regime’s many victims, and to the women who live under it from day to day, he calls that “a slap in the face”.",
      ),
    ],
    related: [
      "explainer-missions",
      {
        url: "https://home-affairs.ec.europa.eu/policies/migration-and-asylum_en",
        headline: "Migration and asylum in the European Union",
        source: "European Commission",
      },
      "tram",
    ],
    past: [
      { hoursAgo: 4, act: "file", by: "ada" },
      { hoursAgo: 2, act: "publish", by: "ben" },
    ],
  },
  {
    key: "tram",
    byline: ["dirk"],
    section: "belgium",
    kicker: "News",
    dateline: "Oosterlinde",
    headline: "The last tram of Oosterlinde will leave at two in the morning",
    standfirst:
      "Bakers, nurses and students asked for eleven years. From the spring, line 3 runs through the night at weekends, and until two on every other day.",
    topics: ["transport"],
    body: [
      picture(
        "last-tram",
        "A red and yellow tram comes straight towards us at night between tall stepped gables, its light on the wet street.",
        "Line 3 at the Vismarkt. The driver’s cab will be lit until two.",
      ),
      p(
        "For eleven years the answer was that nobody would be on it. Then the town counted. On four weekends in the autumn, students of the school of engineering stood at the stops of line 3 with a clicker in their hand, and noted everyone who walked along the rails after the last tram had gone. There were 412 people a night.",
      ),
      p(
        "The council of Oosterlinde decided on Monday evening to give them a tram. From the spring, line 3 runs until two in the morning from Sunday to Thursday, and all night on Friday and Saturday, twice an hour. It will cost the town 640,000 euros a year, about a third of which should come back in fares.",
      ),
      h("Flour and forceps"),
      p(
        "The line joins the station to the hospital, by way of the old market and the industrial bakery in the Venestraat. That is why the request came from an unusual alliance: the night shift of the hospital, two hundred bakers who start at half past two, and the student union.",
      ),
      quote(
        "I have walked that road for nineteen years. I know every cobble by its first name.",
        "Rita Claes, who makes croissants",
      ),
      p(
        "The depot had other worries. Rails are ground and wires are checked at night, and that work cannot be done under a moving tram. The solution is a single track: between one and four the trams share the eastern rails, and wait for each other at the Vismarkt. It costs six minutes.",
      ),
      h("What changes when"),
      list(
        "**Sunday to Thursday:** last departure from the station at 2.00, from the hospital at 1.35.",
        "**Friday and Saturday:** every half hour, all night.",
        "**Fares:** as by day. Holders of a monthly pass pay nothing more.",
      ),
      p(
        "Not everybody is glad. The residents of the Lindelaan fear for their sleep, and have asked for rubber under the rails in the bend by the school, where the wheels sing. The alderman for mobility has promised to come and listen, at two in the morning.",
      ),
    ],
    related: ["library", "carillon"],
    past: [
      { hoursAgo: 31, act: "file", by: "dirk" },
      { hoursAgo: 29, act: "publish", by: "ben" },
      {
        hoursAgo: 7,
        act: "update",
        by: "ben",
        rewritten: {
          standfirst:
            "Bakers, nurses and students asked for eleven years. From the first weekend of April, line 3 runs through the night on Fridays and Saturdays, and until two on every other day.",
        },
      },
    ],
  },
  {
    key: "dyke",
    byline: ["ada"],
    section: "belgium",
    kicker: "Report",
    dateline: "Molenrode",
    headline: "A village moves its dyke back and returns the meadow to the river",
    standfirst:
      "After three floods in five years, Molenrode stopped building higher. It went to stand further away instead, and the beavers came before the contractor had left.",
    topics: ["water", "nature"],
    body: [
      picture(
        "river",
        "A river in wide bends seen from the air, green water meadows along it, fields in strips and a new dyke beside a few red roofs.",
        "The Vene at Molenrode. The old dyke follows the bends; the new one runs straight along the village, on the right.",
      ),
      p(
        "The old dyke of Molenrode is still there, if one knows where to look: a low, grassy ridge that follows the river as a child would draw it. The digger has taken four bites out of it. Through each of them the Vene walks in and out of the meadow as it pleases.",
      ),
      p(
        "It is eight months since the village decided that its dyke would be moved 300 metres inland. The river got back 46 hectares that it had lost in the nineteenth century. In exchange, says the water board, it takes its time: when the rain of last month came down from the hills, the highest water at the bridge stood 38 centimetres lower than it would have done before.",
      ),
      h("The sum of the farmer"),
      p(
        "Most of those hectares belonged to Jozef Maes. He keeps cattle, as his father did, on land that was under water for eleven weeks of last year.",
      ),
      quote(
        "You can be angry at a river. It has never been known to help. So I did the sum, and the sum said: hay.",
        "Jozef Maes, farmer",
      ),
      p(
        "He sold a third of the land to the water board and rents the rest of it back for next to nothing, with one condition: no fertiliser, and no complaint when it is wet. His cows stand on the new dyke and look at it.",
      ),
      h("Guests"),
      p(
        "What nobody had ordered were the beavers. A pair settled in the second bend in the week in which the pumps were taken away. They have built a dam where the engineers had drawn one, and a little better, says the woman who drew it.",
      ),
      p(
        "Two villages downstream have asked to see the drawings. The board has money for one of them. It will choose, it says, by the sum of the hay.",
      ),
    ],
    related: ["peat", "weather"],
    past: [
      { hoursAgo: 54, act: "file", by: "ada" },
      { hoursAgo: 51, act: "publish", by: "cleo" },
    ],
  },
  {
    key: "pool",
    byline: ["dirk"],
    section: "belgium",
    kicker: "In brief",
    dateline: "Kasterbeek",
    headline: "Swimming lessons return to all nine schools of Kasterbeek",
    standfirst: "The pool is warm again after two years, with water from the laundry next door.",
    topics: ["education"],
    body: [
      p(
        "All primary schools of Kasterbeek will give swimming lessons again after the holidays. The town’s pool had been shut for two years because it could not pay for its heating.",
      ),
      p(
        "The heat now comes through a wall. The laundry that washes for three hospitals used to send its warm water down the drain; it passes through an exchanger in the cellar of the pool first. That brings the basin to 27 degrees on most days of the year, according to the town.",
      ),
      p(
        "Children who missed their lessons in the last two years, about 340 of them, can come on Saturday mornings at no cost until they can swim 50 metres.",
      ),
    ],
    related: ["wind"],
    past: [{ hoursAgo: 76, act: "publish", by: "ben" }],
  },
  {
    key: "parking",
    byline: ["dirk"],
    section: "belgium",
    kicker: "News",
    headline: "Oosterlinde counts its bicycles, and then its places to put them",
    standfirst: "There are 2.3 bicycles for every rack around the station, says the first count in ten years.",
    topics: ["transport"],
    body: [
      p(
        "Volunteers with chalk have marked every bicycle within 400 metres of the station of Oosterlinde. After one week 5,180 of them had moved, and 611 had not.",
      ),
      p(
        "The town wants to take away the second group, after a month’s notice on a label, and to double the number of racks on the northern side. The decision comes before the council next week.",
      ),
    ],
    related: ["tram"],
    past: [{ hoursAgo: 3, act: "file", by: "dirk" }],
  },
]
