import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { StoryScreen } from "@/components/editors/story-screen"
import { picturesOf, storiesOf } from "@/lib/blocks/blocks"
import { env } from "@/lib/env.server"
import { findReceipts } from "@/lib/nodes/receipts.server"
import { findPackages, findPackagesOf } from "@/lib/packages/packages.server"
import { paper } from "@/lib/paper"
import { can } from "@/lib/people/can"
import { findPeople } from "@/lib/people/find.server"
import { requirePerson } from "@/lib/people/gate.server"
import { currentPerson } from "@/lib/people/sign-in.server"
import { findBars } from "@/lib/pictures/barred.server"
import { findPictures } from "@/lib/pictures/find.server"
import { findHistory } from "@/lib/record/events.server"
import { findAdded } from "@/lib/related/added.server"
import { findNotes } from "@/lib/related/notes.server"
import { resolveAtDesk } from "@/lib/related/related.server"
import { findApproval } from "@/lib/story/approval.server"
import { findAside } from "@/lib/story/aside.server"
import { findStory } from "@/lib/story/find.server"
import { findSections, findTopics } from "@/lib/story/sections.server"
import {
  addOutsideLink,
  bringChangesBack,
  choosePackagesOf,
  findOurPictures,
  impact,
  keepNoteOf,
  leadBack,
  linkRelatedNews,
  performAct,
  propose,
  readOutsidePage,
  search,
  setChangesAside,
  signInHere,
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
  const [
    sections,
    topics,
    people,
    related,
    [own],
    history,
    pictures,
    bars,
    aside,
    receipts,
    approval,
    packages,
    notes,
    added,
  ] = await Promise.all([
    findSections(),
    findTopics(),
    findPeople(),
    resolveAtDesk([...story.text.related, ...storiesOf(story.text.body).map((id) => ({ story: id }))]),
    resolveAtDesk([{ story: story.id }]),
    findHistory(story.id),
    findPictures(picturesOf(story.text.body)),
    findBars(picturesOf(story.text.body), story.text.section),
    findAside(story.id),
    findReceipts(story.id),
    findApproval(story),
    can(person, "packages") ? packagesFor(story.id) : null,
    findNotes(story.id),
    findAdded(story.id, story.text.related),
  ])
  return (
    <StoryScreen
      key={story.id}
      story={story}
      paperName={paper.name}
      person={person}
      address={own && "story" in own ? own.address : null}
      sections={sections}
      topics={topics}
      people={people.filter(({ disabledAt }) => !disabledAt).map(({ id, name }) => ({ id, name }))}
      related={related}
      notes={notes}
      added={added}
      history={history}
      pictures={Object.fromEntries([...pictures].map(([id, size]) => [id, { ...size, bar: bars[id] }]))}
      aside={aside}
      typed={!env.withdrawalsByTwo}
      receipts={receipts}
      approval={approval}
      packages={packages}
      doors={{
        ...{ signIn: signInHere, impact, propose, perform: performAct, search, addLink: addOutsideLink },
        ...{ choosePackages: choosePackagesOf, readLink: readOutsidePage, andBack: leadBack },
        ...{ linkRelated: linkRelatedNews, findPictures: findOurPictures },
        ...{ keepNote: keepNoteOf, setAside: setChangesAside, bringBack: bringChangesBack },
      }}
    />
  )
}

async function packagesFor(id: string) {
  const [all, own] = await Promise.all([findPackages(), findPackagesOf(id)])
  return { all: all.map(({ slug, name }) => ({ slug, name })), own }
}
