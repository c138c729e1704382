import type { Locator, Page } from "@playwright/test";
import type { MapPage } from "./MapPage.ts";

/** The tables of a map, by the names of their rows and columns. */
export class TablesPage {
  readonly grid: Locator;

  constructor(readonly page: Page) {
    this.grid = page.getByRole("grid");
  }

  static async open(map: MapPage, table?: string): Promise<TablesPage> {
    await map.bar.getByRole("radio", { name: "Tables" }).click();
    const tables = new TablesPage(map.page);
    await tables.grid.waitFor();
    if (table !== undefined) await tables.show(table);
    return tables;
  }

  async show(table: string): Promise<void> {
    await this.page.getByRole("tab", { name: table, exact: true }).click();
  }

  row(name: string | RegExp): Locator {
    return this.grid.getByRole("row").filter({ has: this.page.getByRole("rowheader", { name }) });
  }

  /** A cell by the name of its row and the heading of its column. */
  async cell(row: string | RegExp, heading: string): Promise<Locator> {
    const column = this.grid.getByRole("columnheader", { name: heading, exact: true });
    const place = await column.getAttribute("aria-colindex");
    return this.row(row).locator(`[aria-colindex="${place}"]`);
  }

  /** Pastes a text where the focus is, as the browser does for a person. */
  async paste(text: string): Promise<void> {
    await this.page.evaluate((pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", pasted);
      document.activeElement?.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
      );
    }, text);
  }
}
