"use client"

import { useRouter } from "next/navigation"
import { useActionState, useEffect } from "react"
import { Button } from "@/components/ui/button"
import { Empty } from "@/components/ui/empty"
import { TextArea, TextField } from "@/components/ui/field"
import { KeptForm } from "@/components/ui/kept-form"
import { Link } from "@/components/ui/link"
import { Outcome } from "@/components/ui/outcome"
import table from "@/components/ui/table.module.css"
import { dayOf } from "@/lib/dates"
import { problemOf } from "@/lib/form-answer"
import type { PackageLine } from "@/lib/packages/packages"
import styles from "./packages.module.css"

type Add = (before: unknown, form?: FormData) => Promise<object | null>

/** Every package, and for administrators a new one. */
export function PackageList({ packages, add }: { packages: readonly PackageLine[]; add: Add | null }) {
  return (
    <>
      {packages.length === 0 ? (
        <Empty title="There is no package yet">
          <p>
            A package is a group of stories such as “Asylum and migration”.{" "}
            {add ? "Name the first one below, then put stories into it." : "An administrator adds the first one."}
          </p>
        </Empty>
      ) : (
        <table className={table.table}>
          <caption className="unseen">Packages by name</caption>
          <thead>
            <tr>
              <th scope="col">Package</th>
              <th scope="col" className={table.number}>
                Stories
              </th>
              <th scope="col" className={table.number}>
                Public
              </th>
              <th scope="col">Changed</th>
            </tr>
          </thead>
          <tbody>
            {packages.map(({ slug, name, stories, live, changedAt }) => (
              <tr key={slug}>
                <th scope="row" className={styles.name}>
                  <Link href={`/newsroom/related/packages/${slug}`}>{name}</Link>
                </th>
                <td className={table.number} data-unit={stories === 1 ? " story" : " stories"}>
                  {stories}
                </td>
                <td className={table.number} data-unit=" public">
                  {live}
                </td>
                <td data-label="Changed">{dayOf(changedAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {add && <NewPackage add={add} />}
    </>
  )
}

function NewPackage({ add }: { add: Add }) {
  const router = useRouter()
  const [answer, submit, pending] = useActionState<object | null, FormData>(add, null)
  useEffect(() => {
    if (answer && "package" in answer) router.push(`/newsroom/related/packages/${(answer.package as PackageLine).slug}`)
  }, [answer, router])
  return (
    <KeptForm action={submit} answer={answer} className={styles.form} aria-label="New package">
      <h2>New package</h2>
      <Outcome answer={answer} />
      <TextField label="Name" name="name" required maxLength={80} problem={problemOf(answer, "name")} />
      <TextField
        label="Address"
        name="slug"
        maxLength={120}
        hint="What its page is called behind /packages/, such as asylum. Empty: it follows the name."
        autoComplete="off"
        problem={problemOf(answer, "slug")}
      />
      <TextArea label="What it is about, for readers" name="lead" maxLength={500} problem={problemOf(answer, "lead")} />
      <p>
        <Button type="submit" disabled={pending}>
          Add package
        </Button>
      </p>
    </KeptForm>
  )
}
