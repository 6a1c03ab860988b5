import type { Plot } from "./plots"

export const plots: Plot[] = [
  {
    section: "belgium",
    topics: ["transport"],
    kicker: "News",
    headlines: [
      "{place} gets a night tram from {month}",
      "Tram line {n} of {place} will run later at weekends",
      "Last bus of {place} leaves at midnight, and nurses walk home",
    ],
    standfirsts: [
      "Students and bakers in {place} asked for it for {n} years. The council voted on {day}.",
      "The transport company wants {n} more drivers before line {n} goes on through the night.",
    ],
    sentences: [
      "The night service costs {n} thousand euros a year, says alderman {name}.",
      "Line {n} connects the station of {place} with the hospital and the old market.",
      "Drivers of trams and buses asked for a break of {n} minutes at the terminus.",
      "The depot in {street} has room for {n} trams.",
      "Passengers counted {n} missed connections in one month.",
    ],
  },
  {
    section: "belgium",
    topics: ["asylum", "diplomacy"],
    kicker: "News",
    headlines: [
      "Minister and mayors hold talks on asylum places in {place}",
      "{n} days of talks in {place} on returning people without papers",
      "Reception centre of {place} takes in {n} families",
    ],
    standfirsts: [
      "The Immigration Office looks for {n} more beds. Opposition parties call the plan a contradiction.",
      "Civil servants met for {n} days. The minister calls the talks technical.",
    ],
    sentences: [
      "The minister for asylum and migration did not come to {place} herself.",
      "Officials of the ministry and {name} of the reception centre talked about beds, schools and doctors.",
      "The head of the Immigration Office counted {n} people who have no papers.",
      "Member of parliament {name} calls the answer incoherent.",
      "The European Commission paid for the mission and asked for a report by {month}.",
    ],
  },
  {
    section: "belgium",
    topics: ["water", "nature"],
    kicker: "News",
    headlines: [
      "{place} builds its dyke {n} centimetres higher",
      "After the flood, {place} gives a meadow to the river",
      "Beavers of {place} stop a road for {month}",
    ],
    standfirsts: [
      "The water board wants the dyke ready before {month}. Farmers ask who pays.",
      "Three floods in {n} years were enough for the village.",
    ],
    sentences: [
      "The river rose {n} centimetres in one night, says {name} of the water board.",
      "Farmer {name} sold {n} hectares of meadow and rents them back.",
      "A beaver dam holds back as much water as the basin behind {street}.",
      "The digger took a bite out of the old dyke of {place} on {day}.",
      "Cattle stood in the water for {n} days.",
    ],
  },
  {
    section: "belgium",
    topics: ["education"],
    kicker: "News",
    headlines: [
      "Schools of {place} look for {n} teachers",
      "Swimming pool of {place} shuts for {month}",
      "{place} brings children to school by bicycle bus",
    ],
    standfirsts: [
      "Lessons in {place} start later, because the heating is too dear.",
      "Parents counted {n} lessons that nobody gave.",
    ],
    sentences: [
      "Headmaster {name} teaches the fifth year himself.",
      "Swimming lessons for {n} children move to the pool of {place}.",
      "The heating of the school in {street} was mended on {day}.",
      "About {n} pupils come on Saturday mornings.",
    ],
  },
  {
    section: "world",
    topics: ["diplomacy"],
    kicker: "News",
    headlines: [
      "Talks in {place} end after {n} hours without a text",
      "Ambassador {name} leaves {place} after {n} years",
      "Two governments that do not recognise each other meet in {place}",
    ],
    standfirsts: [
      "A technical mission, says one side. A negotiation, says the other.",
      "Envoys of twenty states sat at one table for {n} days.",
    ],
    sentences: [
      "The delegation left {place} on {day} with a paper of {n} pages.",
      "Recognition is not on the table, says envoy {name}.",
      "The regime wants its ambassadors back, the other side wants prisoners home.",
      "Diplomats call such a meeting exploratory.",
      "Kabul, Geneva and {place} had been named as places for the next round.",
    ],
  },
  {
    section: "world",
    topics: ["transport", "trade"],
    kicker: "News",
    headlines: [
      "Freight trains wait {n} hours at the border near {place}",
      "Lorry drivers block the pass above {place}",
      "Tunnel of {place} is {n} months late",
    ],
    standfirsts: [
      "Snow, a strike and a missing signal: goods traffic through {place} stands still.",
      "The tunnel was to open in {month}. The rock decided otherwise.",
    ],
    sentences: [
      "A train of {n} wagons with timber and bathtubs stood in the snow.",
      "The fee for the tunnel rises by {n} per cent, says {name} of the railway.",
      "Lorry drivers drank coffee in the valley until {day}.",
      "The mountain gave hot water where granite was expected.",
    ],
  },
  {
    section: "world",
    topics: ["energy", "sea"],
    kicker: "Reportage",
    headlines: [
      "The lighthouse of {place} goes dark for {n} nights",
      "Island of {place} switches off its diesel engine",
      "Ferry to {place} stays in port for {n} days",
    ],
    standfirsts: [
      "The keeper's grandson climbs {n} steps every day.",
      "Solar panels and a battery take over from oil in {month}.",
    ],
    sentences: [
      "Keeper {name} greased the engine every morning for {n} years.",
      "The ship with the oil for the lamp came once a year.",
      "The drawbridge of {place} opens for every mast.",
      "The coastal authority counts {n} lights.",
    ],
  },
  {
    section: "economy",
    topics: ["work", "trade"],
    kicker: "News",
    headlines: [
      "Dockers of {place} stop work for {n} hours",
      "Union and terminals in {place} talk about the rota",
      "{place} tries the week of four days, without the dockers",
    ],
    standfirsts: [
      "Containers wait for {n} days. Shippers count the cost.",
      "After {n} nights of talks the cranes still stand.",
    ],
    sentences: [
      "The cranes of {place} moved {n} containers less than last week.",
      "Union secretary {name} says that overtime is over.",
      "Terminal operators offered {n} euros more for a Sunday.",
      "Ships lay at anchor outside the locks until {day}.",
    ],
  },
  {
    section: "economy",
    topics: ["prices"],
    kicker: "Analysis",
    headlines: [
      "Inflation rises to {n} per cent, and bread in {place} with it",
      "Prices of heating in {place} fall for the {n}th month",
      "How households in {place} read the figure of {month}",
    ],
    standfirsts: [
      "Statisticians changed the weights of the basket in {month}.",
      "A shopping bag in {place} costs {n} euros more than a year ago.",
    ],
    sentences: [
      "Economist {name} expects {n} per cent by {month}.",
      "The basket of goods holds {n} items, and rent weighs most.",
      "Savings banks pay less than the figure of inflation.",
      "Nothing in the shops of {place} got cheaper.",
    ],
  },
  {
    section: "economy",
    topics: ["energy"],
    kicker: "News",
    headlines: [
      "Wind co-operative of {place} asks its members for {n} euros",
      "{place} votes against a turbine behind {street}",
      "Turbines of {place} stand still for want of wind",
    ],
    standfirsts: [
      "No dividend this year: a bearing failed in {month}.",
      "The co-operative has {n} members, and as many opinions.",
    ],
    sentences: [
      "A share in the co-operative costs {n} euros, says treasurer {name}.",
      "The neighbours of {street} hear the turbine at night.",
      "The grid has no room for a fourth mast before {month}.",
      "Electricity for members is {n} per cent cheaper.",
    ],
  },
  {
    section: "science",
    topics: ["climate", "weather"],
    kicker: "Explainer",
    headlines: [
      "Forecast for {place}: {n} days of rain in {month}",
      "Meteorologist {name} explains why {place} had no summer",
      "Storm over {place} was seen {n} days ahead",
    ],
    standfirsts: [
      "A chance of {n} per cent means that it rains, sometimes.",
      "Satellites saw it first, then the gauges of {place}.",
    ],
    sentences: [
      "The weather station of {place} measured {n} millimetres on {day}.",
      "Computers cut the air into boxes of {n} kilometres.",
      "The atmosphere is chaotic, says {name}.",
      "A forecast is an honest number.",
    ],
  },
  {
    section: "science",
    topics: ["nature", "history"],
    kicker: "Reportage",
    headlines: [
      "Researchers count {n} swifts in the towers of {place}",
      "A bog near {place} gives up a boat of {n} centuries",
      "Gardeners of {place} sow a bean that was lost",
    ],
    standfirsts: [
      "Under the microscope, {name} reads pollen of hazel and rye.",
      "The belfry of {place} gets {n} boxes for birds.",
    ],
    sentences: [
      "Biologist {name} counted {n} nests under the roof of {street}.",
      "The core from the fen is {n} metres long.",
      "Moss grows by a millimetre a year.",
      "Swifts came back to {place} on {day}.",
    ],
  },
  {
    section: "culture",
    topics: ["music", "history"],
    kicker: "News",
    headlines: [
      "Carillon of {place} falls silent for {n} months",
      "Choir of {place} sings {n} songs without a conductor",
      "Bell founder {name} casts a bell for {place}",
    ],
    standfirsts: [
      "The bells were out of tune, and everybody in {place} knew it.",
      "The waiting list of the choir has {n} names.",
    ],
    sentences: [
      "Carilloneur {name} plays on {day} at eleven.",
      "The organ of {place} has {n} pipes.",
      "The concert in {street} was sold out.",
      "An F sharp is missing since the war.",
    ],
  },
  {
    section: "culture",
    topics: ["art", "books"],
    kicker: "News",
    headlines: [
      "Museum of {place} writes new labels for {n} paintings",
      "Library of {place} stays open until {n} at night",
      "Reading room in {street} closes for {month}",
    ],
    standfirsts: [
      "Visitors look at a label for {n} seconds, the museum found.",
      "Readers in {place} bring their own blankets.",
    ],
    sentences: [
      "Librarian {name} counted {n} readers after midnight.",
      "The painting was a gift of the heirs of {name}.",
      "The gallery in {street} shows {n} works.",
      "Eighty words are enough, says the museum.",
    ],
  },
]
