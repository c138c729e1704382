import { expect, type Locator } from "@playwright/test";
import type { MapPage } from "./MapPage.ts";

/** The history of a map in one tab, found the way that people find things. */
export class HistoryPage {
  readonly banner: Locator;

  constructor(readonly map: MapPage) {
    this.banner = map.page.getByRole("region", { name: "The map as it was" });
  }

  /** Opens the tab, and the panel where it is folded away; waits for the list. */
  static async open(map: MapPage): Promise<HistoryPage> {
    const unfold = map.panel.getByRole("button", { name: "Open findings and inspector" });
    if (await unfold.isVisible()) await unfold.click();
    await map.panel.getByRole("tab", { name: "History" }).click();
    const history = new HistoryPage(map);
    await expect(map.panel.getByText(/The history begins here|Load older changes/)).toBeVisible();
    return history;
  }

  /** What is listed, the newest first: changes and checkpoints. */
  get rows(): Locator {
    return this.map.panel.getByRole("tabpanel").locator("ol > li");
  }

  row(words: string | RegExp): Locator {
    return this.rows.filter({ hasText: words });
  }

  /** Shows what has come since the list was opened. */
  async showNew(): Promise<void> {
    await this.map.panel.getByRole("button", { name: /new changes?$/ }).click();
  }

  async look(row: Locator): Promise<void> {
    await row.getByRole("button", { name: /look at the map as it was/ }).click();
    await expect(this.banner).toContainText("You are looking at the map as it was");
  }

  /** Names the moment of now. */
  async name(name: string): Promise<void> {
    const { page, panel } = this.map;
    await panel.getByRole("button", { name: "Name this moment" }).click();
    await page.getByRole("dialog").getByLabel("Name", { exact: true }).fill(name);
    await page.getByRole("dialog").getByRole("button", { name: "Name it" }).click();
    await expect(this.row(name)).toHaveCount(1);
  }

  press(name: string): Promise<void> {
    return this.banner.getByRole("button", { name }).click();
  }
}
