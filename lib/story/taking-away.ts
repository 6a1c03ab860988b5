/** The acts after which nothing that readers had of a story may be shown again. (By itself, for processes that know nothing else of stories.) */
export const TAKE_AWAY: readonly string[] = ["withdraw", "remove"]
