import { expect, test } from "@playwright/test"
import { differenceOf, type VersionText } from "@/lib/versions/difference"
import { proposalOf } from "@/lib/versions/proposal"

const said = (words: string, id = "a") => ({ kind: "paragraph", id, text: [{ text: words }] })

const textWith = (given: Partial<VersionText>): VersionText => ({
  ...{ headline: "Rain", standfirst: "", kicker: "", dateline: "", language: "en", section: "home", slug: "rain" },
  ...{ byline: [], topics: [], body: [], related: [] },
  ...given,
})

const ofBodies = (before: unknown[], after: unknown[]) =>
  proposalOf(differenceOf(textWith({ body: before }), textWith({ body: after })))
const ofWords = (before: string, after: string) => ofBodies([said(before)], [said(after)])

const MINOR = [
  ["The minister recieved the report on Monday.", "The minister received the report on Monday."],
  ["The Goverment said so.", "The Government said so."],
  ["It rained , and stopped.", "It rained, and stopped."],
  ["the river rose in Liège.", "The river rose in Liège."],
  ["He said “no”.", 'He said "no".'],
] as const
const CORRECTION = [
  ["The flood killed 40 people in Verviers.", "The flood killed 14 people in Verviers.", "A number changed"],
  ["It cost €1.5 million last year.", "It cost €1.7 million last year.", "A number changed"],
  ["Mayor Jan Peeters opened the bridge.", "Mayor Luc Claes opened the bridge.", "A name changed"],
  ["The court found that he did know.", "The court found that he did not know.", "“not” was added"],
  ["De minister heeft niet getekend.", "De minister heeft getekend.", "“niet” was taken out"],
] as const
const UPDATE = [
  ["The road is closed.", "The road is closed until further notice, the police said."],
  ["The road is closed to all traffic from the south.", "The road is open to all traffic from the south."],
  ["Police and firefighters came at once.", "Police came at once."],
] as const

for (const [before, after] of MINOR)
  test(`a slip of the pen is minor: ${after}`, () => {
    expect(ofWords(before, after).act).toBe("minor")
  })

for (const [before, after, why] of CORRECTION)
  test(`what was wrong is a correction: ${after}`, () => {
    expect(ofWords(before, after)).toMatchObject({ act: "correct", because: expect.stringContaining(why) })
  })

for (const [before, after] of UPDATE)
  test(`what says more, less or something else is an update: ${after}`, () => {
    expect(ofWords(before, after).act).toBe("update")
  })

test("what is added, taken out, moved or put in place of another is an update, even where a number changed too", () => {
  const [one, two] = [said("Two people died.", "a"), said("It rained.", "b")]
  expect(ofBodies([one], [one, two])).toEqual({ act: "update", because: "Something was added to the text." })
  expect(ofBodies([one, two], [two])).toEqual({ act: "update", because: "Something was taken out of the text." })
  expect(ofBodies([one, two, said("c", "c")], [two, said("c", "c"), one]).because).toContain("stands elsewhere")
  expect(ofBodies([said("3 people died.")], [said("5 people died."), two]).act).toBe("update")
  const picture = (pictureId: string) => ({
    kind: "picture",
    id: "p",
    pictureId,
    alt: "A dam",
    caption: "",
    credit: "",
  })
  const [mill, dam] = ["0198a000-0000-7000-8000-000000000001", "0198a000-0000-7000-8000-000000000002"].map(picture)
  expect(ofBodies([mill], [dam]).act).toBe("update")
})

test("fields are judged as the text is: a headline's number, a topic, an address", () => {
  const change = (given: Partial<VersionText>) =>
    proposalOf(
      differenceOf(textWith({ headline: "Flood kills 40" }), textWith({ headline: "Flood kills 40", ...given })),
    )
  expect(change({ headline: "Flood kills 14" })).toEqual({
    act: "correct",
    because: "A number changed: “40” became “14”.",
  })
  expect(change({ headline: "Floood kills 40" }).act).toBe("minor")
  expect(change({ topics: ["water"] })).toEqual({ act: "update", because: "The topics changed." })
  expect(change({ slug: "flood" }).because).toBe("The story gets another address.")
  expect(change({})).toEqual({ act: "minor", because: "Nothing that readers see has changed." })
})
