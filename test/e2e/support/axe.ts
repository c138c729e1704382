import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What is looked at: everything, or what stands around the drawing, which is the same behind most dialogs and takes longest. */
export type LookedAt = "everything" | "around the drawing";

/** Expects no violation of WCAG 2.0, 2.1 and 2.2, A and AA, on the screen as it is now; goes on to the next screen either way. */
export async function expectAccessible(
  page: Page,
  screen: string,
  lookedAt: LookedAt = "everything",
): Promise<void> {
  await settled(page);
  const { violations } = await axe(page, lookedAt).withTags(STANDARDS).analyze();
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

const OTHER_THEMES = [
  { name: "dark", media: { colorScheme: "dark", forcedColors: "none" } },
  { name: "forced colours", media: { colorScheme: "light", forcedColors: "active" } },
] as const;

/** Expects the words on the screen as it is now to have enough contrast in the dark and in forced colours; leaves it in the light. */
export async function expectReadableInOtherThemes(
  page: Page,
  screen: string,
  lookedAt: LookedAt = "everything",
): Promise<void> {
  for (const { name, media } of OTHER_THEMES) {
    await page.emulateMedia(media);
    await settled(page);
    const { violations } = await axe(page, lookedAt).withRules(["color-contrast"]).analyze();
    const found = violations.flatMap(({ nodes }) => nodes.map(({ target }) => target.join(" ")));
    expect.soft(found, `${screen}, ${name}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: "light", forcedColors: "none" });
}

function axe(page: Page, lookedAt: LookedAt): AxeBuilder {
  const builder = new AxeBuilder({ page }).setLegacyMode(true);
  return lookedAt === "everything" ? builder : builder.exclude(".react-flow__viewport");
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
