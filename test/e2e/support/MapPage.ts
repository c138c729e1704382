import { expect, type Locator, type Page } from "@playwright/test";

export interface Who {
  readonly name: string;
  readonly organisation: string;
}

export const ANN: Who = { name: "Ann Archer", organisation: "Cambridgeshire CCG" };
export const BEN: Who = { name: "Ben Okafor", organisation: "CPFT finance" };

/** A map in one tab, found the way that people find things: by roles and names. */
export class MapPage {
  readonly canvas: Locator;
  readonly bar: Locator;
  readonly palette: Locator;
  readonly panel: Locator;
  readonly dialog: Locator;

  constructor(readonly page: Page) {
    this.canvas = page.getByRole("region", { name: "Map", exact: true });
    this.bar = page.getByRole("banner");
    this.palette = page.getByRole("navigation", { name: "Add to the map" });
    this.panel = page.getByRole("complementary", { name: "Findings and inspector" });
    this.dialog = page.getByRole("dialog");
  }

  /** Opens a link in a browser that has heard before who this is: nobody is asked. */
  static async join<Kind extends MapPage>(
    this: new (
      page: Page,
    ) => Kind,
    page: Page,
    link: string,
    who: Who = ANN,
  ): Promise<Kind> {
    const earlier = await page.addInitScript((identity) => {
      localStorage.setItem("plumbline.identity", identity);
    }, JSON.stringify(who));
    await page.goto(link);
    await earlier.dispose();
    const map = new this(page);
    await map.ready();
    return map;
  }

  /** Opens a link for the first time and says who has come. */
  static async joinAnew(page: Page, link: string, who: Who = ANN): Promise<MapPage> {
    await page.goto(link);
    const map = new MapPage(page);
    await map.introduce(who);
    return map;
  }

  /** Opens a viewer's link without saying who has come. */
  static async watchOnly(page: Page, link: string): Promise<MapPage> {
    await page.goto(link);
    const map = new MapPage(page);
    await map.dialog.getByRole("button", { name: "Just watch" }).click();
    await expect(map.dialog).toHaveCount(0);
    return map;
  }

  /** Answers the dialog that asks who has come, and waits for the map with all its panels. */
  async introduce({ name, organisation }: Who): Promise<void> {
    await this.dialog.getByLabel("Your name").fill(name);
    await this.dialog.getByLabel("Organisation").fill(organisation);
    await this.dialog.getByRole("button", { name: "Join", exact: true }).click();
    await expect(this.dialog).toHaveCount(0);
    await this.ready();
  }

  /** Waits until the map and everything around it is there and the server has everything. */
  async ready(): Promise<void> {
    await expect(this.panel.getByRole("button").first()).toBeVisible();
    await expect(this.saveState).toHaveText(/Saved for everyone|Up to date/);
  }

  get saveState(): Locator {
    return this.bar.getByTestId("save-state");
  }

  /** A card by what it says of itself, such as "Foundation trust: Salford Royal". */
  card(name: string | RegExp): Locator {
    return this.canvas.getByRole("button", { name });
  }

  /** A connection by its sentence, such as "Salford CCG pays Salford Royal". */
  relation(sentence: string | RegExp): Locator {
    return this.canvas.getByRole("button", { name: sentence });
  }

  finding(title: string): Locator {
    return this.panel.getByRole("article", { name: title });
  }

  /** A field of the inspector, which is opened if it is not. */
  async field(label: string): Promise<Locator> {
    await this.openInspector();
    return this.panel.getByLabel(label, { exact: true });
  }

  async openInspector(): Promise<void> {
    await this.panel.getByRole("tab", { name: "Inspector" }).click();
  }

  /** Opens a group of fields in the inspector that is folded away. */
  async unfold(group: string): Promise<void> {
    await this.panel.locator("details:not([open]) > summary", { hasText: group }).click();
  }

  async openFindings(): Promise<void> {
    await this.panel.getByRole("tab", { name: /^Findings/ }).click();
  }

  /** Chooses a card and opens the inspector on it. */
  async inspect(card: Locator): Promise<void> {
    await card.click();
    await expect(card).toHaveAttribute("aria-pressed", "true");
    await this.openInspector();
  }

  async export(entry: "Picture (PNG)" | "Picture (SVG)" | "Map file"): Promise<Buffer> {
    await this.bar.getByRole("button", { name: "Export", exact: true }).click();
    const coming = this.page.waitForEvent("download");
    await this.page.getByRole("menuitem", { name: entry }).click();
    const download = await coming;
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  }
}

/** A spot on the screen where nothing but the ground of the map is, with room around it. */
export async function groundSpot({ canvas }: MapPage): Promise<{ readonly x: number; readonly y: number }> {
  return canvas.evaluate((region) => {
    const isGround = (x: number, y: number): boolean => {
      const over = document.elementFromPoint(x, y);
      return over !== null && region.contains(over) && over.closest("[role=button], button, a") === null;
    };
    const { left, top, right, bottom } = region.getBoundingClientRect();
    for (let y = top + 20; y < bottom; y += 10) {
      for (let x = left + 20; x < right; x += 10) {
        const around = [-12, 0, 12].flatMap((dx) => [-12, 0, 12].map((dy) => isGround(x + dx, y + dy)));
        if (!around.includes(false)) return { x, y };
      }
    }
    throw new Error("No ground is to be seen.");
  });
}

/** Where the middle of something is on the screen. */
export async function middleOf(target: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const box = await boxOf(target);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

export interface ScreenBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where something is on the screen; it must be there. */
export async function boxOf(target: Locator): Promise<ScreenBox> {
  const box = await target.boundingBox();
  if (box === null) throw new Error(`${target} is not on the screen.`);
  return box;
}
