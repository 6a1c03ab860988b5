"use server"
import { z } from "zod"
import { formAction } from "@/lib/form-action.server"
import { newPerson, personName, role } from "@/lib/people/forms"
import { invite } from "@/lib/people/invitations.server"
import {
  addPerson,
  changeRole,
  disablePerson,
  enablePerson,
  renamePerson,
  signOutEverywhere,
} from "@/lib/people/people.server"

const id = z.uuid("Load the page again.")
const whom = z.object({ id })

export const addAction = formAction(newPerson, async (actor, given) => {
  const answer = await addPerson(actor, given)
  return "refused" in answer ? answer : invite(actor, answer.person.id)
})

export const nameAction = formAction(z.object({ id, name: personName }), async (actor, given) => {
  const answer = await renamePerson(actor, given.id, given.name)
  return "refused" in answer ? answer : { done: `The name is now ${answer.person.name}.` }
})

export const roleAction = formAction(z.object({ id, role }), async (actor, given) => {
  const answer = await changeRole(actor, given.id, given.role)
  return "refused" in answer ? answer : { done: `${answer.person.name} is now ${given.role}, and signs in anew.` }
})

export const inviteAction = formAction(whom, (actor, given) => invite(actor, given.id))

export const disableAction = formAction(whom, async (actor, given) => {
  const answer = await disablePerson(actor, given.id)
  return "refused" in answer ? answer : { done: `${answer.person.name} is disabled and signed out everywhere.` }
})

export const enableAction = formAction(whom, async (actor, given) => {
  const answer = await enablePerson(actor, given.id)
  return "refused" in answer ? answer : { done: `${answer.person.name} may sign in again.` }
})

export const signOutAction = formAction(whom, async (actor, given) => {
  const answer = await signOutEverywhere(actor, given.id)
  return "refused" in answer ? answer : { done: `${answer.person.name} is signed out everywhere.` }
})
