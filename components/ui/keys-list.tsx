import styles from "./keys-list.module.css"

/** Keys, and what each of them does. */
export const KeysList = ({ keys }: { keys: readonly (readonly [key: string, what: string])[] }) => (
  <dl className={styles.keys}>
    {keys.map(([key, what]) => (
      <div key={key}>
        <dt>
          <kbd>{key}</kbd>
        </dt>
        <dd>{what}</dd>
      </div>
    ))}
  </dl>
)
