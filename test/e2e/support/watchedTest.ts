import { type BrowserContext, test as base, expect } from "@playwright/test";
import { PageWatch } from "./PageWatch.ts";

interface Fixtures {
  /** Follows every page of the test and fails it for what must not happen on any. */
  readonly watch: PageWatch;
  /** Another browser, with cookies and storage of its own. */
  readonly newBrowser: () => Promise<BrowserContext>;
}

/** A browser test in which no page may ask another server for anything, log an error or open a dialog of the browser. */
export const test = base.extend<Fixtures>({
  watch: [
    async ({ context, baseURL }, use) => {
      const watch = new PageWatch(baseURL ?? "");
      watch.follow(context);
      await use(watch);
      expect(watch.unexpected(), "what must not happen on any page").toEqual([]);
    },
    { auto: true },
  ],
  newBrowser: async ({ browser, watch }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext();
      watch.follow(context);
      contexts.push(context);
      return context;
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});
