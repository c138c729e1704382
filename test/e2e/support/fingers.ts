import type { CDPSession, Page } from "@playwright/test";

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Fingers on a touch screen, as the browser hears of them. */
export class Fingers {
  private constructor(private readonly session: CDPSession) {}

  static async on(page: Page): Promise<Fingers> {
    return new Fingers(await page.context().newCDPSession(page));
  }

  /** Puts down as many fingers as there are spots. Those that are down already are named again. */
  async down(...spots: readonly Spot[]): Promise<void> {
    await this.send("touchStart", spots);
  }

  /** Moves the fingers that are down, in steps. */
  async move(from: readonly Spot[], to: readonly Spot[], steps = 6): Promise<void> {
    for (let step = 1; step <= steps; step++) {
      const part = step / steps;
      await this.send(
        "touchMove",
        from.map(({ x, y }, finger) => ({
          x: x + ((to[finger]?.x ?? x) - x) * part,
          y: y + ((to[finger]?.y ?? y) - y) * part,
        })),
      );
    }
  }

  /** Lifts all fingers. */
  async up(): Promise<void> {
    await this.send("touchEnd", []);
  }

  /** The system takes the fingers away. */
  async cancel(): Promise<void> {
    await this.send("touchCancel", []);
  }

  async drag(from: Spot, to: Spot): Promise<void> {
    await this.down(from);
    await this.move([from], [to]);
    await this.up();
  }

  private async send(
    type: "touchStart" | "touchMove" | "touchEnd" | "touchCancel",
    spots: readonly Spot[],
  ): Promise<void> {
    await this.session.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: spots.map(({ x, y }, id) => ({ x, y, id })),
    });
  }
}
