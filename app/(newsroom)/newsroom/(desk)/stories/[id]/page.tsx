import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { StoryScreen } from "@/components/editors/story-screen"
import { picturesOf, storiesOf } from "@/lib/blocks/blocks"
import { env } from "@/lib/env.server"
import { findReceipts } from "@/lib/nodes/receipts.server"
import { findPeople } from "@/lib/people/find.server"
import { requirePerson } from "@/lib/people/gate.server"
import { currentPerson } from "@/lib/people/sign-in.server"
import { findPictures } from "@/lib/pictures/find.server"
import { findHistory } from "@/lib/record/events.server"
import { resolveRelated } from "@/lib/related/related.server"
import { findApproval } from "@/lib/story/approval.server"
import { findAside } from "@/lib/story/aside.server"
import { findStory } from "@/lib/story/find.server"
import { findSections, findTopics } from "@/lib/story/sections.server"
import {
  addOutsideLink,
  bringChangesBack,
  impact,
  look,
  performAct,
  propose,
  save,
  search,
  setChangesAside,
} from "./actions"

type Given = { params: Promise<{ id: string }> }

/** Also asked for on behalf of who is not signed in, beside the page that sends them away: the headline is not theirs to read. */
export async function generateMetadata({ params }: Given): Promise<Metadata> {
  if (!(await currentPerson())) return {}
  const story = await findStory((await params).id)
  return { title: story ? story.text.headline || "New story" : "No such story" }
}

export default async function StoryAtDesk({ params }: Given) {
  const person = await requirePerson()
  const story = await findStory((await params).id)
  if (!story) notFound()
  const [sections, topics, people, related, [own], history, pictures, aside, receipts, approval] = await Promise.all([
    findSections(),
    findTopics(),
    findPeople(),
    resolveRelated([...story.text.related, ...storiesOf(story.text.body).map((id) => ({ story: id }))]),
    resolveRelated([{ story: story.id }]),
    findHistory(story.id),
    findPictures(picturesOf(story.text.body)),
    findAside(story.id),
    findReceipts(story.id),
    findApproval(story),
  ])
  return (
    <StoryScreen
      key={story.id}
      story={story}
      person={person}
      address={own && "story" in own ? own.address : null}
      sections={sections}
      topics={topics}
      people={people.filter(({ disabledAt }) => !disabledAt).map(({ id, name }) => ({ id, name }))}
      related={related}
      history={history}
      pictures={Object.fromEntries(pictures)}
      aside={aside}
      typed={!env.withdrawalsByTwo}
      receipts={receipts}
      approval={approval}
      doors={{
        ...{ save, look, impact, propose, perform: performAct, search, addLink: addOutsideLink },
        ...{ setAside: setChangesAside, bringBack: bringChangesBack },
      }}
    />
  )
}
