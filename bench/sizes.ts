/** BENCH_SMALL=1 is for work on the bench itself: everything once, and figures that say little. */
export const SMALL = !!process.env.BENCH_SMALL

const size = (whole: number, small: number) => (SMALL ? small : whole)

export const ROUNDS = size(5, 1)
export const SECONDS = size(4, 1)
/** Turns of those whose speeds are compared: many short ones, for a machine that is shared is not as fast in every second. */
export const TURNS = size(15, 1)
export const TURN_SECONDS = size(2, 1)
export const SIZES = SMALL ? [100, 300, 1_000] : [100, 10_000, 200_000]
/** Of the archives in which suggestions are made. */
export const RELATED = SMALL ? [100, 300, 1_000] : [1_000, 20_000, 200_000]
export const LOOKS = size(60, 4)
export const PUBLISHES = size(1_000, 20)
export const DUE = size(500, 30)
export const SAVES = size(300, 15)
export const JUDGEMENTS = size(5, 1)
export const UNKNOWN = size(20_000, 400)
export const UNKNOWN_FIRST = size(2_000, 100)
export const AWAY = size(60, 4) // seconds
/** How many stories the newslist is measured with, beside how few. */
export const NEWSLISTS = SMALL ? [100, 400] : [100, 20_000]
/** Lines that somebody goes through by keys, and so over some pages. */
export const LINES = size(300, 60)
