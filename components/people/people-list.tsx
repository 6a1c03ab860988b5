"use client"

import { UserPlus } from "lucide-react"
import { useRouter } from "next/navigation"
import { type ReactNode, useState } from "react"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { Empty } from "@/components/ui/empty"
import { Page } from "@/components/ui/page"
import table from "@/components/ui/table.module.css"
import { AddPerson } from "./add-person"
import { type PeopleActions, type PersonLine, STATE_WORDS } from "./ask"
import styles from "./people-list.module.css"
import { PersonDialog } from "./person-dialog"

type PeopleListProps = {
  people: readonly PersonLine[]
  me: string
  actions: PeopleActions
  filter: ReactNode
  /** the way to the other pages */
  children: ReactNode
}

/** A page of those who may sign in or could once, and what an administrator can do about it. */
export function PeopleList({ people, me, actions, filter, children }: PeopleListProps) {
  const [open, setOpen] = useState<PersonLine | "add" | null>(null)
  const router = useRouter()
  // As the list has them now; who fits its filter no more stays in the dialog as they were.
  const person = open === "add" || !open ? null : (people.find(({ id }) => id === open.id) ?? open)
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
      {filter}
      {people.length === 0 ? (
        <Empty title="Nobody fits">
          <p>Try fewer words, or another state.</p>
        </Empty>
      ) : (
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
                <td className={styles[line.state]}>{STATE_WORDS[line.state]}</td>
                <td className={styles.change}>
                  <Button small onClick={() => setOpen(line)} aria-label={`Change ${line.name}`}>
                    Change
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {children}
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
