"use client"

import { type ReactNode, useActionState } from "react"
import { Button } from "@/components/ui/button"
import { Select, TextField } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { problemOf, refusalIn } from "@/lib/form-answer"
import { ROLES } from "@/lib/people/people"
import { type Answer, type Ask, type PeopleActions, type PersonLine, ROLE_WORDS } from "./ask"
import form from "./form.module.css"
import { OneTimeAddress } from "./one-time-address"
import styles from "./person-dialog.module.css"

type PersonDialogProps = { person: PersonLine; isMe: boolean; actions: PeopleActions }

/** Everything that an administrator can do about one person, each with what follows from it. */
export function PersonDialog({ person, isMe, actions }: PersonDialogProps) {
  return (
    <div className={styles.parts}>
      <p className={styles.email}>{person.email}</p>
      <Part
        id={person.id}
        ask={actions.rename}
        button="Change name"
        lead="For bylines to come and their page. Stories that are out keep the name that they carry: correct it there."
      >
        {(answer) => (
          <TextField
            label="Name"
            name="name"
            required
            maxLength={200}
            defaultValue={person.name}
            problem={problemOf(answer, "name")}
          />
        )}
      </Part>
      <Part id={person.id} ask={actions.changeRole} button="Change role" lead="They are signed out and begin anew.">
        <Select label="Role" name="role" defaultValue={person.role}>
          {ROLES.map((role) => (
            <option key={role} value={role}>
              {ROLE_WORDS[role]}
            </option>
          ))}
        </Select>
      </Part>
      {!isMe && person.state !== "disabled" && (
        <Part
          id={person.id}
          ask={actions.invite}
          button="Make a one-time address"
          lead="For a forgotten password, or one in wrong hands: the old password and all sessions end at once."
        />
      )}
      {person.state === "active" && (
        <Part
          id={person.id}
          ask={actions.signOut}
          button="Sign out everywhere"
          lead="Their password stays; every browser has to sign in again."
        />
      )}
      {person.state === "disabled" ? (
        <Part id={person.id} ask={actions.enable} button="Enable" lead="They may sign in again with their password." />
      ) : (
        <Part
          id={person.id}
          ask={actions.disable}
          button="Disable"
          danger
          lead="They lose all access with their next request. What they wrote stays under their name."
        />
      )}
    </div>
  )
}

type PartProps = {
  id: string
  ask: Ask
  button: string
  lead: string
  danger?: boolean
  children?: ReactNode | ((answer: Answer) => ReactNode)
}

function Part({ id, ask, button, lead, danger, children }: PartProps) {
  const [answer, submit, pending] = useActionState<Answer, FormData>(ask, null)
  const refusal = refusalIn(answer)
  return (
    <form action={submit} className={styles.part}>
      <input type="hidden" name="id" value={id} />
      {typeof children === "function" ? children(answer) : children}
      <p className={styles.lead}>{lead}</p>
      <div className={form.buttons}>
        <Button type="submit" small look={danger ? "danger" : "plain"} disabled={pending}>
          {button}
        </Button>
      </div>
      {refusal && (
        <Notice tone="problem" role="alert">
          {refusal}
        </Notice>
      )}
      {answer && "done" in answer && (
        <Notice tone="good" role="status">
          {String(answer.done)}
        </Notice>
      )}
      {answer && "address" in answer && <OneTimeAddress address={String(answer.address)} />}
    </form>
  )
}
