import type { Page } from "@playwright/test";

/** What people set who need more room between letters, words and lines (WCAG 1.4.12). */
export async function spreadText(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      "*:not(svg, svg *) { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }",
    );
    document.adoptedStyleSheets = [sheet];
  });
}

/** What is wrong with the page for somebody who sees little of it at a time: sideways scrolling, words cut off, panels off the screen, targets that are hard to hit. */
export function unreadable(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const leastTargetPx = 24;
    const found: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`the page scrolls sideways: ${scrollWidth} in ${clientWidth}`);
    const nameOf = (element: Element) =>
      (element.getAttribute("aria-label") ?? element.textContent ?? "").trim().slice(0, 50);
    for (const box of document.querySelectorAll("[role=dialog], [role=alertdialog], aside, header")) {
      const { left, right } = box.getBoundingClientRect();
      if (left < -1 || right > innerWidth + 1)
        found.push(`off the screen: ${box.tagName} ${nameOf(box)} (${left} to ${right})`);
    }
    const targets =
      "button, [role=button]:not([data-id], [data-relation]), [role=tab], [role=radio], summary";
    for (const target of document.querySelectorAll<HTMLElement>(targets)) {
      const { width, height } = target.getBoundingClientRect();
      const isShown = width > 1 && target.checkVisibility({ visibilityProperty: true });
      // What only screen readers are told stands in a box of one pixel.
      const isSpoken = (target.parentElement?.getBoundingClientRect().width ?? 0) <= 1;
      if (!isShown || isSpoken || target.closest("[inert], [aria-hidden=true]") !== null) continue;
      const style = getComputedStyle(target);
      if (
        style.display.startsWith("inline") &&
        target.closest("p, li") !== null &&
        style.textDecorationLine === "underline"
      )
        continue;
      if (width < leastTargetPx - 0.5 || height < leastTargetPx - 0.5)
        found.push(`small: ${nameOf(target)} (${width} × ${height})`);
      const isCut =
        style.textOverflow !== "ellipsis" &&
        (target.scrollWidth > target.clientWidth + 2 || target.scrollHeight > target.clientHeight + 2);
      if (isCut && style.overflow !== "visible") found.push(`cut off: ${nameOf(target)}`);
    }
    return found;
  });
}
