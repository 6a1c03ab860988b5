/** After so many attempts a job is given up: some fourteen hours after the first. */
export const MOST_ATTEMPTS = 9

const LONGEST = 6 * 3_600

/** Seconds to wait after the nth attempt has failed: 5, 20, 80 … six hours at most. */
export const backOff = (attempts: number) => Math.min(5 * 4 ** (attempts - 1), LONGEST)
