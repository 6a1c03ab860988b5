import { test as plain } from "@playwright/test"

/** A test that opens browsers of several people: they are closed behind it, for what stays open works on beside every test that follows. */
export const test = plain.extend<{ closing: undefined }>({
  closing: [
    async ({ browser }, use) => {
      await use(undefined)
      await Promise.all(browser.contexts().map((context) => context.close()))
    },
    { auto: true },
  ],
})
