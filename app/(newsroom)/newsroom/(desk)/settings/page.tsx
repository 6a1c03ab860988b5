import type { Metadata } from "next"
import { NamedList } from "@/components/people/named-list"
import { OwnPassword } from "@/components/people/own-password"
import { SettingsPart } from "@/components/people/settings-part"
import { Tokens } from "@/components/people/tokens"
import { Page } from "@/components/ui/page"
import { Webhooks } from "@/components/webhooks/webhooks"
import { dayOf } from "@/lib/dates"
import { can } from "@/lib/people/can"
import { requirePerson } from "@/lib/people/gate.server"
import { findTokens } from "@/lib/people/tokens.server"
import { findSections, findTopics } from "@/lib/story/sections.server"
import { findWebhooks } from "@/lib/webhooks/webhooks.server"
import {
  addSectionAction,
  addTopicAction,
  addWebhookAction,
  approvalAction,
  orderSectionsAction,
  passwordAction,
  removeSectionAction,
  removeWebhookAction,
  renameSectionAction,
  renameTopicAction,
  replayAction,
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
      {can(me, "webhooks") && <WebhooksPart />}
    </Page>
  )
}

async function WebhooksPart() {
  const webhooks = (await findWebhooks()).map(({ id, url, takenAt, failedAt }) => ({
    ...{ id, url },
    taken: takenAt ? dayOf(takenAt) : "",
    failed: failedAt ? dayOf(failedAt) : "",
  }))
  return (
    <SettingsPart
      title="Webhooks"
      lead="Programs elsewhere that are told, signed, of every act that readers can see. What is not taken is tried again, and waits under Jobs when it was given up."
    >
      <Webhooks webhooks={webhooks} add={addWebhookAction} remove={removeWebhookAction} again={replayAction} />
    </SettingsPart>
  )
}

async function SectionsAndTopics() {
  const [sections, topics] = await Promise.all([findSections(), findTopics()])
  return (
    <>
      <SettingsPart
        title="Sections"
        lead="In the order of the paper's navigation. A new name leaves addresses as they are. Where approval is needed, somebody else has to approve a text before readers have it."
      >
        <NamedList
          noun="section"
          lines={sections}
          add={addSectionAction}
          rename={renameSectionAction}
          order={orderSectionsAction}
          remove={removeSectionAction}
          approve={approvalAction}
        />
      </SettingsPart>
      <SettingsPart title="Topics" lead="What a story is about, across sections.">
        <NamedList noun="topic" lines={topics} add={addTopicAction} rename={renameTopicAction} />
      </SettingsPart>
    </>
  )
}
