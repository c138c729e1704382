import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Expects no violation of WCAG 2.0, 2.1 and 2.2, A and AA, on the screen as it is now; goes on to the next screen either way. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  await settled(page);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(STANDARDS).analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes
      .filter((node) => !(id === "target-size" && isOfTheMap(node.html)))
      .map(({ target, any, all, none }) => {
        const why = [...any, ...all, ...none].map(({ message }) => message).join("; ");
        return `${id} at ${target.join(" ")}: ${why}`;
      }),
  );
  expect.soft(found, screen).toEqual([]);
}

/** What is drawn on the map is as large as the zoom that people choose (WCAG 2.5.8: the size is essential). */
function isOfTheMap(html: string): boolean {
  return /^<div [^>]*aria-roledescription="card"|^<g /.test(html);
}

/** Waits until nothing fades or slides in any more: half-faded text has no contrast. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(
        ({ effect, playState }) => playState !== "running" || effect?.getTiming().iterations === Infinity,
      ),
  );
}
