/** Questions for words that stand in a great part of the made archives: the worst that readers can ask for. */
export const COMMON = [
  ...["council", "people", "tram", "council decides", "told this newspaper", "prix", "gemeenteraad", "section:culture"],
  ...[
    "author:peeters",
    "topic:water",
    "before:2018 tram",
    '"night tram"',
    '"who pays"',
    "minister -kabul",
    "n'est pas",
  ],
]
