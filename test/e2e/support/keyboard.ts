import { expect, type Locator, type Page } from "@playwright/test";

const MOST_STOPS = 120;

/** Presses Tab (or Shift+Tab) until something has the focus. */
export async function tabTo(target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  const page = target.page();
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (await hasFocus(target)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${target}.`);
}

async function hasFocus(target: Locator): Promise<boolean> {
  return (
    (await target.count()) === 1 && (await target.evaluate((element) => element === document.activeElement))
  );
}

/** What can be seen of the focus now. */
export interface FocusNow {
  /** What has it, in words; undefined: the page as a whole. */
  readonly what: string | undefined;
  /** Whether a ring or a line around it shows that it has the focus. */
  readonly isMarked: boolean;
  /** Whether it is on the screen and nothing lies over its middle. */
  readonly isInView: boolean;
}

/** Looks at what has the focus. */
export function focusNow(page: Page): Promise<FocusNow> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body)
      return { what: undefined, isMarked: false, isInView: false };
    const parts = [element, ...element.querySelectorAll("*")];
    const isMarked = parts.some((part) => {
      const { outlineStyle, outlineColor, boxShadow, visibility, stroke } = getComputedStyle(part);
      const isFocusLine =
        part instanceof SVGPathElement &&
        visibility === "visible" &&
        stroke !== "none" &&
        part === element.firstElementChild;
      const isOutlined = outlineStyle !== "none" && outlineColor !== "rgba(0, 0, 0, 0)";
      return isOutlined || isFocusLine || (part === element && boxShadow !== "none");
    });
    const { left, top, width, height } = element.getBoundingClientRect();
    const over = document.elementFromPoint(left + width / 2, top + height / 2);
    const isLine = element instanceof SVGElement;
    const isInView = over !== null && (isLine || element.contains(over) || over.contains(element));
    const text = element.getAttribute("aria-label") ?? element.textContent ?? "";
    return { what: `${element.tagName.toLowerCase()} ${text.trim().slice(0, 60)}`, isMarked, isInView };
  });
}

/** Expects that something has the focus, and that it shows. */
export async function expectFocusToShow(page: Page): Promise<void> {
  await expect.poll(() => focusNow(page)).toMatchObject({ isMarked: true, isInView: true });
}
