import { type Receipt as Found, sentencesOf } from "@/lib/nodes/receipts"
import styles from "./panel.module.css"

/** That an act reached readers: folded away, for whoever has to show it. */
export const Receipt = ({ receipt }: { receipt: Found }) => (
  <details className={styles.receipt}>
    <summary>Receipt</summary>
    <ul>
      {sentencesOf(receipt).map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  </details>
)
