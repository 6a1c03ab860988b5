import "server-only"
import pino from "pino"
import { env } from "./env.server"

/** One JSON line an event, on standard output. */
export const log = pino({ level: env.logLevel, base: undefined })
