import type { Metadata } from "next"
import { NamedList } from "@/components/people/named-list"
import { OwnPassword } from "@/components/people/own-password"
import { SettingsPart } from "@/components/people/settings-part"
import { Tokens } from "@/components/people/tokens"
import { Page } from "@/components/ui/page"
import { dayOf } from "@/lib/dates"
import { can } from "@/lib/people/can"
import { requirePerson } from "@/lib/people/gate.server"
import { findTokens } from "@/lib/people/tokens.server"
import { findSections, findTopics } from "@/lib/story/sections.server"
import {
  addSectionAction,
  addTopicAction,
  orderSectionsAction,
  passwordAction,
  removeSectionAction,
  renameSectionAction,
  renameTopicAction,
  revokeAction,
  tokenAction,
} from "./actions"

export const metadata: Metadata = { title: "Settings" }

export default async function SettingsPage() {
  const me = await requirePerson()
  const tokens = (await findTokens(me.id)).map(({ id, name, createdAt, lastUsedAt }) => ({
    id,
    name,
    made: dayOf(createdAt),
    used: lastUsedAt ? dayOf(lastUsedAt) : "never",
  }))
  return (
    <Page title="Settings" lead={`${me.name}, ${me.role}, ${me.email}`} narrow>
      <SettingsPart title="Your password" lead="Changing it signs you out of every other browser.">
        <OwnPassword change={passwordAction} email={me.email} />
      </SettingsPart>
      <SettingsPart
        title="Tokens for programs"
        lead="A program that shows one of your tokens may do what you may do. End those that nothing uses."
      >
        <Tokens tokens={tokens} create={tokenAction} revoke={revokeAction} />
      </SettingsPart>
      {can(me, "sections") && <SectionsAndTopics />}
    </Page>
  )
}

async function SectionsAndTopics() {
  const [sections, topics] = await Promise.all([findSections(), findTopics()])
  return (
    <>
      <SettingsPart
        title="Sections"
        lead="In the order of the paper's navigation. A new name leaves addresses as they are."
      >
        <NamedList
          noun="section"
          lines={sections}
          add={addSectionAction}
          rename={renameSectionAction}
          order={orderSectionsAction}
          remove={removeSectionAction}
        />
      </SettingsPart>
      <SettingsPart title="Topics" lead="What a story is about, across sections.">
        <NamedList noun="topic" lines={topics} add={addTopicAction} rename={renameTopicAction} />
      </SettingsPart>
    </>
  )
}
