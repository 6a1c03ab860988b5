"use client"

import { UserPlus } from "lucide-react"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { Page } from "@/components/ui/page"
import table from "@/components/ui/table.module.css"
import { AddPerson } from "./add-person"
import type { PeopleActions, PersonLine } from "./ask"
import styles from "./people-list.module.css"
import { PersonDialog } from "./person-dialog"

const STATES = { active: "May sign in", invited: "Has not chosen a password", disabled: "Disabled" }

type PeopleListProps = { people: readonly PersonLine[]; me: string; actions: PeopleActions }

/** Everybody who may sign in or could once, and what an administrator can do about it. */
export function PeopleList({ people, me, actions }: PeopleListProps) {
  const [open, setOpen] = useState<string | "add" | null>(null)
  const router = useRouter()
  const person = people.find(({ id }) => id === open)
  const close = () => {
    setOpen(null)
    router.refresh()
  }
  const add = (
    <Button look="strong" onClick={() => setOpen("add")}>
      <UserPlus size={16} aria-hidden />
      Add person
    </Button>
  )
  return (
    <Page title="People" lead="Who may sign in, and in which role." actions={add}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Email</th>
            <th scope="col">Role</th>
            <th scope="col">State</th>
            <th scope="col">
              <span className="unseen">Change</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map((line) => (
            <tr key={line.id}>
              <td className={styles.name}>
                {line.name}
                {line.id === me && <span className={styles.me}> you</span>}
              </td>
              <td className={styles.email}>{line.email}</td>
              <td className={styles.role}>{line.role}</td>
              <td className={styles[line.state]}>{STATES[line.state]}</td>
              <td className={styles.change}>
                <Button small onClick={() => setOpen(line.id)} aria-label={`Change ${line.name}`}>
                  Change
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {open === "add" && (
        <Dialog title="Add person" onClose={close}>
          <AddPerson add={actions.add} onClose={close} />
        </Dialog>
      )}
      {person && (
        <Dialog title={person.name} onClose={close}>
          <PersonDialog person={person} isMe={person.id === me} actions={actions} />
        </Dialog>
      )}
    </Page>
  )
}
