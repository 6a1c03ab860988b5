import { totalmem } from "node:os"

const MB = 2 ** 20

/**
 * What the embedded server keeps of the database in memory, as PostgreSQL writes it: a quarter of what this machine (or the
 * container around us) has, as PostgreSQL's manual advises, from its own 128 MB to 1 GB. It is taken as it is needed.
 */
export function sharedBuffers(bytes = Math.min(totalmem(), process.constrainedMemory() || totalmem())): string {
  return `${Math.floor(Math.min(1024, Math.max(128, bytes / 4 / MB)))}MB`
}
