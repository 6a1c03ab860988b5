import type { Metadata } from "next"
import { SectionChecks } from "@/components/checks/section-checks"
import { FilledUp } from "@/components/people/filled-up"
import { NamedList } from "@/components/people/named-list"
import { OwnPassword } from "@/components/people/own-password"
import { SettingsPart } from "@/components/people/settings-part"
import { Tokens } from "@/components/people/tokens"
import { GoneDays } from "@/components/story/gone-days"
import { Page } from "@/components/ui/page"
import { Webhooks } from "@/components/webhooks/webhooks"
import { limitsOf } from "@/lib/checks/limits"
import { RULE_NAMES } from "@/lib/checks/rules"
import { SENTENCES } from "@/lib/checks/sentences"
import { dayOf } from "@/lib/dates"
import { findGoneDays } from "@/lib/links/gone.server"
import { can } from "@/lib/people/can"
import { requirePerson } from "@/lib/people/gate.server"
import { findTokens } from "@/lib/people/tokens.server"
import { MOST_RELATED } from "@/lib/related/manner"
import { findSections, findTopics } from "@/lib/story/sections.server"
import { findWebhooks } from "@/lib/webhooks/webhooks.server"
import {
  addSectionAction,
  addTopicAction,
  addWebhookAction,
  approvalAction,
  checksAction,
  goneDaysAction,
  orderSectionsAction,
  passwordAction,
  relatedAction,
  removeSectionAction,
  removeWebhookAction,
  renameSectionAction,
  renameTopicAction,
  replayAction,
  revokeAction,
  tokenAction,
} from "./actions"

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const metadata: Metadata = { title: "Settings" }

export default async function SettingsPage({ searchParams }: Props) {
  const me = await requirePerson()
  const tokens = (await findTokens(me.id)).map(({ id, name, createdAt, lastUsedAt }) => ({
    id,
    name,
    made: dayOf(createdAt),
    used: lastUsedAt ? dayOf(lastUsedAt) : "never",
  }))
  return (
    <Page title="Settings" lead={`${me.name}, ${me.role}, ${me.email}`} narrow>
      <SettingsPart id="password" title="Your password" lead="Changing it signs you out of every other browser.">
        <OwnPassword change={passwordAction} email={me.email} />
      </SettingsPart>
      <SettingsPart
        id="tokens"
        title="Tokens for programs"
        lead="A program that shows one of your tokens may do what you may do. End those that nothing uses."
      >
        <Tokens tokens={tokens} create={tokenAction} revoke={revokeAction} />
      </SettingsPart>
      {can(me, "sections") && <SectionsAndTopics opened={(await searchParams).checks} />}
      {can(me, "links") && (
        <SettingsPart
          id="links"
          title="Outside links"
          lead="Pages elsewhere are looked at by themselves. The links to one that is gone are taken off public pages after a while, and come back when it does."
        >
          <GoneDays days={await findGoneDays()} save={goneDaysAction} />
        </SettingsPart>
      )}
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
      id="webhooks"
      title="Webhooks"
      lead="Programs elsewhere that are told, signed, of every act that readers can see. What is not taken is tried again, and waits under Jobs when it was given up."
    >
      <Webhooks webhooks={webhooks} add={addWebhookAction} remove={removeWebhookAction} again={replayAction} />
    </SettingsPart>
  )
}

async function SectionsAndTopics({ opened }: { opened: string | string[] | undefined }) {
  const [sections, topics] = await Promise.all([findSections(), findTopics()])
  return (
    <>
      <SettingsPart
        id="sections"
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
      <SettingsPart
        id="checks"
        title="Checks before publication"
        lead="Every check tells the desk what it finds. Those chosen here stop a text of the section until it is mended."
      >
        <SectionChecks
          sections={sections.map((section) => ({ ...section, limits: limitsOf(section.limits) }))}
          rules={RULE_NAMES.map((rule) => ({ rule, says: SENTENCES.en[rule][0] }))}
          save={checksAction}
          opened={[opened].flat()[0]}
        />
      </SettingsPart>
      <SettingsPart
        id="related"
        title="Related news"
        lead="Below a story stand the editors' picks first. The rest is filled up with what the paper suggests: public stories with rare names or words in common, each with the reason."
      >
        <FilledUp sections={sections} most={MOST_RELATED} save={relatedAction} />
      </SettingsPart>
      <SettingsPart id="topics" title="Topics" lead="What a story is about, across sections.">
        <NamedList noun="topic" lines={topics} add={addTopicAction} rename={renameTopicAction} />
      </SettingsPart>
    </>
  )
}
