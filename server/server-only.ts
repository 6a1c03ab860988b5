// Stands in for the package `server-only`, which throws outside a server build; tests and commands are no browser.
export {}
