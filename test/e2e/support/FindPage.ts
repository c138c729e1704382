import { expect, type Locator, type Page } from "@playwright/test";
import { MapPage } from "./MapPage.ts";

/** Finding on an open map: search, filter, focus, marks and views, as people reach them. */
export class FindPage extends MapPage {
  readonly search: Locator;
  readonly options: Locator;
  readonly chips: Locator;
  readonly tools: Locator;
  readonly minimap: Locator;

  constructor(page: Page) {
    super(page);
    this.search = page.getByRole("combobox", { name: "Find on the map" });
    this.options = page.getByRole("listbox", { name: "Found" }).getByRole("option");
    this.chips = page.getByRole("region", { name: "What is left out" });
    this.tools = page.getByRole("group", { name: "Find and look" });
    this.minimap = page.getByRole("group", { name: /^Minimap/ });
  }

  /** Opens one of the panels of the bottom bar. */
  async openPanel(name: "Layers" | "Filter" | "Colour" | "Views"): Promise<void> {
    await this.tools.getByRole("button", { name: new RegExp(`^${name}( \\(on\\))?$`) }).click();
  }

  /** Closes the panel that is open. */
  async closePanel(): Promise<void> {
    await this.page.keyboard.press("Escape");
    await expect(this.page.getByRole("dialog")).toHaveCount(0);
  }

  async choose(field: string, option: string): Promise<void> {
    await this.page.getByRole("button", { name: new RegExp(field) }).click();
    await this.page.getByRole("option", { name: option, exact: true }).click();
  }
}
