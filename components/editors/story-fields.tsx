"use client"

import { useEffect, useState } from "react"
import { Checkbox, Select, TextField } from "@/components/ui/field"
import { LANGUAGES, type Language, type Story, type StoryText, slugShape } from "@/lib/story/story"
import { keepable } from "@/lib/text"
import { BylineField } from "./byline-field"
import styles from "./panel.module.css"

const LANGUAGE_NAMES: Record<Language, string> = { en: "English", nl: "Dutch", fr: "French", de: "German" }

/** What belongs to a story besides its words: under which name, where, in which language, about what. */
export function StoryFields({ text, story, writable, write, sections, topics, people }: StoryFieldsProps) {
  const line = (field: "kicker" | "dateline", label: string, hint?: string) => (
    <TextField
      label={label}
      hint={hint}
      maxLength={200}
      readOnly={!writable}
      value={text[field]}
      onChange={(event) => write({ [field]: keepable(event.target.value) })}
    />
  )
  const chosen = new Set(text.topics)
  // Who may not choose is shown what was chosen: a list of all of them, none to be pressed, is one that no key scrolls.
  const offered = writable ? topics : topics.filter(({ slug }) => chosen.has(slug))
  return (
    <section aria-labelledby="about" className={styles.panel}>
      <h2 id="about">About this story</h2>
      <BylineField byline={text.byline} people={people} writable={writable} onByline={(byline) => write({ byline })} />
      <div className={styles.pair}>
        <Select
          label="Section"
          disabled={!writable}
          value={text.section}
          onChange={(event) => write({ section: event.target.value })}
        >
          {sections.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </Select>
        <Select
          label="Language"
          disabled={!writable}
          value={text.language}
          onChange={(event) =>
            write({ language: LANGUAGES.find((one) => one === event.target.value) ?? text.language })
          }
        >
          {LANGUAGES.map((code) => (
            <option key={code} value={code}>
              {LANGUAGE_NAMES[code]}
            </option>
          ))}
        </Select>
      </div>
      {line("kicker", "Kicker")}
      {line("dateline", "Dateline")}
      <SlugField slug={text.slug} story={story} writable={writable} onSlug={(slug) => write({ slug })} />
      {offered.length > 0 && (
        <fieldset data-place="topics" tabIndex={-1}>
          <legend className={styles.label}>Topics</legend>
          <div className={styles.topics}>
            {offered.map(({ slug, name }) => (
              <Checkbox
                key={slug}
                label={name}
                disabled={!writable}
                checked={chosen.has(slug)}
                onChange={({ target }) =>
                  write({ topics: target.checked ? [...text.topics, slug] : text.topics.filter((one) => one !== slug) })
                }
              />
            ))}
          </div>
        </fieldset>
      )}
    </section>
  )
}

/** What is typed becomes the slug as soon as it is one. */
function SlugField({ slug, story, writable, onSlug }: SlugFieldProps) {
  const [typed, setTyped] = useState(slug)
  useEffect(() => setTyped(slug), [slug])
  const parsed = slugShape.safeParse(typed)
  const hint = story.firstPublishedAt
    ? "Its old address leads to the new one for ever."
    : "Follows the headline until you choose another."
  return (
    <TextField
      label="Slug"
      readOnly={!writable}
      autoComplete="off"
      spellCheck={false}
      value={typed}
      problem={parsed.success ? undefined : parsed.error.issues[0]?.message}
      hint={hint}
      onChange={({ target }) => {
        const wanted = target.value.toLowerCase().replaceAll(" ", "-")
        setTyped(wanted)
        if (slugShape.safeParse(wanted).success) onSlug(wanted)
      }}
      onBlur={() => !parsed.success && setTyped(slug)}
    />
  )
}

type SlugFieldProps = { slug: string; story: Story; writable: boolean; onSlug: (slug: string) => void }

type StoryFieldsProps = {
  text: StoryText
  story: Story
  writable: boolean
  write: (changes: Partial<StoryText>) => void
  sections: readonly { slug: string; name: string }[]
  topics: readonly { slug: string; name: string }[]
  people: readonly { id: string; name: string }[]
}
