import { expect, type Page } from "@playwright/test";
import axe, { type ElementContext, type RunOnly, type RunOptions } from "axe-core";

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
  const violations = await look(page, screen, lookedAt, { type: "tag", values: STANDARDS });
  const found = violations
    .filter(({ rule, html }) => !(rule === "target-size" && isOfTheMap(html)))
    .map(({ rule, target, why }) => `${rule} at ${target}: ${why}`);
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
    const violations = await look(page, screen, lookedAt, { type: "rule", values: ["color-contrast"] });
    expect
      .soft(
        violations.map(({ target }) => target),
        `${screen}, ${name}`,
      )
      .toEqual([]);
  }
  await page.emulateMedia({ colorScheme: "light", forcedColors: "none" });
}

interface Violation {
  readonly rule: string;
  readonly target: string;
  readonly html: string;
  readonly why: string;
}

/** What axe finds on the screen. What a dialog or menu makes inert is left out: nobody reaches it, and axe passes it by as well, but slowly. */
async function look(
  page: Page,
  screen: string,
  lookedAt: LookedAt,
  rules: RunOnly,
): Promise<readonly Violation[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const { violations, rulesThatApplied } = await page.evaluate(
    async ({ runOnly, isDrawingLeftOut }) => {
      const { axe: inPage } = window as unknown as { readonly axe: typeof axe };
      const parts = [...document.body.children].filter((part) => part instanceof HTMLElement);
      const isBehind = (part: HTMLElement) => part.inert || part.ariaHidden === "true" || part.hidden;
      const seen: ElementContext = {
        include: parts.some(isBehind) ? parts.filter((part) => !isBehind(part)) : [document.documentElement],
        exclude: isDrawingLeftOut ? [...document.querySelectorAll(".react-flow__viewport")] : [],
      };
      const options: RunOptions = { runOnly, resultTypes: ["violations"], elementRef: false };
      const found = await inPage.run(seen, options);
      return {
        violations: found.violations.flatMap(({ id, nodes }) =>
          nodes.map(({ target, html, any, all, none }) => ({
            rule: id,
            target: target.join(" "),
            html,
            why: [...any, ...all, ...none].map(({ message }) => message).join("; "),
          })),
        ),
        rulesThatApplied: found.passes.length + found.violations.length + found.incomplete.length,
      };
    },
    { runOnly: rules, isDrawingLeftOut: lookedAt === "around the drawing" },
  );
  expect(rulesThatApplied, `${screen}: something was looked at`).toBeGreaterThan(0);
  return violations;
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
