"use client"

import type { Found } from "@/lib/checks/findings"
import { SENTENCES } from "@/lib/checks/sentences"
import type { Language } from "@/lib/story/story"
import { showPlace } from "./show-place"
import styles from "./to-check.module.css"

type Given = {
  found: readonly Found[]
  stops: (one: Found) => boolean
  language: Language
}

/** What the checks found, each at its passage and with what to do; what stops the story comes first. */
export function FindingsList({ found, stops, language }: Given) {
  return (
    <ul lang={language} className={styles.list}>
      {found.map((one) => {
        const [says, todo] = SENTENCES[language][one.rule]
        return (
          <li key={`${one.rule} ${JSON.stringify(one.at)} ${one.passage}`}>
            <button type="button" onClick={() => showPlace(one)} className={styles.finding}>
              {stops(one) && (
                <span lang="en" className={styles.stops}>
                  Stops publication
                </span>
              )}
              <span className={styles.says}>{says}</span>
              {one.passage && (
                <span className={styles.passage}>
                  {one.passage}
                  {one.instead && ` (${one.instead}?)`}
                </span>
              )}
              <span className={styles.todo}>{todo}</span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
