import { type Rules, words } from "./rules"

export const english: Rules = {
  starters: words(
    `a an the this that these those he she it they we you i his her its their our your my who what when where why how which whose
    in on at by for from to of with without under over after before during since until while as if but and or nor so yet because although
    though however meanwhile still then there here now today yesterday tomorrow not no nobody nothing some many most more few both
    all another other each every one two three four five six seven ten about around above across along against among between
    once only even also later earlier last next new old first second finally according despite instead both neither either
    is are was were will would can could may might must should has have had do does did let`,
  ),
  never: words(
    `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november
    december belgian flemish walloon dutch french german english british american european italian spanish russian ukrainian polish
    chinese swiss austrian danish swedish norwegian irish scottish catholic christian muslim jewish i english belgians`,
  ),
  roles: words(
    `mr mrs ms miss dr prof professor president minister prime secretary senator mayor governor alderman chancellor king queen prince
    princess judge justice general colonel captain sir lady lord bishop pope archbishop commissioner spokesman spokeswoman spokesperson
    director chairman chairwoman chair coach trainer reporter editor inspector sergeant deputy vice chief lawyer researcher economist
    biologist historian farmer baker owner teacher nurse doctor engineer`,
  ),
  particles: words("van der den de von zu du la le di da al bin ter ten"),
  joiners: words("of for the and"),
  organisations: words(
    `council bank university party ministry commission union agency court federation institute hospital parliament committee association
    company group club fc museum police office department authority foundation board society theatre college school airlines railways
    fund trust network court senate house`,
  ),
  towards: words("in at near to from around outside towards across"),
  says: words(
    "says said told asks asked warns warned adds added explains explained writes wrote argues argued announced",
  ),
  articles: words("a an the this that his her its their our"),
  genitive: false,
  elision: false,
  nouns: false,
}
