import { handoverText } from "../../lib/record/entry"
import { openKey } from "../../lib/record/key.server"
import { connected } from "../backup/tables"
import { newRecordKey, openSecrets, saveSecrets } from "../secrets"

/**
 * Gives this node a new key for the record: the old one hands over to it, both sign that, and the database keeps it with their public
 * halves. The private half is written into the folder's secrets in place of the old one, which is gone then. A node that runs signs with
 * the old one until it is started again. Gives the names of both.
 */
export async function rotateKey(databaseUrl: string, dataDir: string): Promise<{ old: string; key: string }> {
  const secrets = await openSecrets(dataDir)
  const old = openKey(secrets.recordKey)
  const privateKey = newRecordKey()
  const { id, publicKey, sign } = openKey(privateKey)
  await connected(databaseUrl, async (client) => {
    await client.query("BEGIN")
    const { rows } = await client.query<{ at: Date }>("SELECT date_trunc('milliseconds', now()) AS at")
    const since = rows[0]?.at ?? new Date()
    const text = handoverText({ id, publicKey, since, after: old.id })
    await client.query(
      'INSERT INTO "RecordKey" (id, "publicKey", since, after, "handedOver", "takenOver") VALUES ($1, $2, $3, $4, $5, $6)',
      [id, publicKey, since, old.id, old.sign(text), sign(text)],
    )
    // The file before the database: a key that signs and was not handed over would be a stranger to those who trust the old one.
    await saveSecrets(dataDir, { ...secrets, recordKey: privateKey })
    await client.query("COMMIT")
  })
  return { old: old.id, key: id }
}
