import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { resetCanvas, select, useCanvasStore } from "../../../client/canvas/canvasStore.ts";
import { fromBase64, toBase64 } from "../../../client/clipboard/base64.ts";
import { CARDS_TYPE, carriersOf, readCards } from "../../../client/clipboard/cardsOnClipboard.ts";
import { copyByCommand } from "../../../client/clipboard/copyByCommand.ts";
import { afterCopying, copySelection } from "../../../client/clipboard/copySelection.ts";
import { paste } from "../../../client/clipboard/paste.ts";
import { pasteByCommand } from "../../../client/clipboard/pasteByCommand.ts";
import { closePasteDialog, usePasteStore } from "../../../client/clipboard/pasteStore.ts";
import { useToasts } from "../../../client/ui/toasts.ts";
import { cardSize } from "../../../shared/drawing/cardSize.ts";
import type { MapElement } from "../../../shared/model/element.ts";
import { buildMap } from "../../support/buildMap.ts";
import { TestSession } from "../canvas/TestSession.ts";

const clinic = () =>
  buildMap()
    .place("town")
    .organisation("ccg", "ccg", { name: "Ünser “CCG” <&>", place: "town", locked: true, extra: [1] } as never)
    .organisation("ft", "foundation-trust", { services: ["acute"] })
    .contract("c", "nhs-standard", { annualValue: 1_200_000, start: "2015-04-01" })
    .relate("commissions", "ccg", "c")
    .relate("holds", "ft", "c")
    .map();

class Clipboard {
  types: Record<string, string> = {};
  readonly read = (type: string) => this.types[type] ?? "";

  copy(session: TestSession, ids: readonly string[]): void {
    select(ids);
    const carriers = copySelection(session);
    if (carriers === undefined) throw new Error("Nothing was copied");
    this.types = { [CARDS_TYPE]: carriers.json, "text/html": carriers.html, "text/plain": carriers.text };
  }
}

function toasts(): readonly string[] {
  return useToasts.getState().toasts.map(({ text }) => text);
}

afterEach(() => {
  resetCanvas();
  closePasteDialog();
  useToasts.setState({ toasts: [] });
  vi.unstubAllGlobals();
});

describe("cards on the clipboard", () => {
  it("are the same after each way through, and a table for others", () => {
    const { elements, relations } = clinic();
    const { json, html, text } = carriersOf({ mapId: "m", elements, relations });
    expect(readCards(json)).toEqual({ mapId: "m", elements, relations });
    const lines = text.split("\r\n");
    expect(lines[0]).toBe("Name\tKind\tBuyer\tHolder\tServices\tAnnual value\tStarts");
    expect(lines[4]).toContain("\tNHS standard contract\tÜnser “CCG” <&>\tft\t");
    expect(html).toContain("<td>Ünser “CCG” &lt;&amp;&gt;</td>");
  });

  it("come through any letters", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 200 }),
        (text) => fromBase64(toBase64(text)) === text,
      ),
      { seed: 7 },
    );
    expect(fromBase64("w7w")).toBe("ü");
    expect(fromBase64("/w==")).toBeUndefined();
  });

  it.each([CARDS_TYPE, "text/html", "text/plain"])("are pasted where only %s gets through", async (type) => {
    const [from, to] = [new TestSession(clinic()), new TestSession(buildMap().map())];
    const clipboard = new Clipboard();
    clipboard.copy(from, ["ccg", "ft", "c"]);
    await paste(to, (asked) => (asked === type ? clipboard.read(type) : ""));
    expect(to.snapshots.get().map.elements.map(({ name }) => name)).toEqual(["Ünser “CCG” <&>", "ft", "c"]);
    expect(to.snapshots.get().map.relations).toHaveLength(2);
  });

  it("have new ids, no lock and one undo step, are selected, and say what is left out", async () => {
    const [from, to] = [new TestSession(clinic()), new TestSession(clinic())];
    const clipboard = new Clipboard();
    clipboard.copy(from, ["ccg", "c"]);
    Object.assign(to, { id: "another" });
    await paste(to, clipboard.read);
    const { elements, relations } = to.snapshots.get().map;
    expect(elements).toHaveLength(6);
    const [ccg, contract] = elements.slice(4) as [MapElement, MapElement];
    expect(ccg).toMatchObject({ extra: [1] });
    expect(ccg).not.toHaveProperty("locked");
    expect(ccg).not.toHaveProperty("place");
    expect(relations.at(-1)).toMatchObject({ from: ccg.id, to: contract.id });
    expect(useCanvasStore.getState().selection).toEqual([ccg.id, contract.id]);
    expect(toasts()).toEqual([expect.stringContaining("was not copied")]);
    to.undo();
    expect(to.snapshots.get().map.elements).toHaveLength(4);
    expect(to.history.state.undoLabel).toBeUndefined();
  });

  it("stay in their place on the map they come from, keep their arrangement and step aside each time", async () => {
    const session = new TestSession(clinic());
    const clipboard = new Clipboard();
    clipboard.copy(session, ["ccg", "ft"]);
    for (let times = 0; times < 3; times++) await paste(session, clipboard.read, { x: 100, y: 100 });
    const cards = session.snapshots.get().map.elements.filter(({ type }) => type === "organisation");
    expect(cards).toHaveLength(8);
    expect(cards.at(-2)?.place).toBe("town");
    const gap = (one: MapElement | undefined, other: MapElement | undefined) =>
      (other?.position.x ?? 0) - (one?.position.x ?? 0);
    for (let pair = 2; pair < 8; pair += 2)
      expect(gap(cards[pair], cards[pair + 1])).toBe(gap(cards[0], cards[1]));
    const boxes = session.snapshots
      .get()
      .map.elements.filter(({ type }) => type !== "place")
      .map((element) => ({ ...element.position, ...cardSize(element) }));
    for (const [index, one] of boxes.entries())
      for (const other of boxes.slice(index + 1))
        expect(
          one.x + one.width <= other.x ||
            other.x + other.width <= one.x ||
            one.y + one.height <= other.y ||
            other.y + other.height <= one.y,
        ).toBe(true);
  });

  it("are taken away by cutting, but for locked ones", () => {
    const session = new TestSession(clinic());
    select(["ccg", "ft"]);
    copySelection(session);
    afterCopying(session, true);
    expect(session.element("ft")).toBeUndefined();
    expect(session.element("ccg")).toBeDefined();
    expect(toasts()).toEqual(["A locked card stays on the map. All are copied."]);
  });
});

describe("other things on the clipboard", () => {
  it("a map file is pasted as cards", async () => {
    const session = new TestSession(buildMap().map());
    await paste(session, (type) => (type === "text/plain" ? JSON.stringify(clinic()) : ""));
    expect(session.snapshots.get().map.elements).toHaveLength(4);
  });

  it("damaged cards are refused in words, and nothing is pasted", async () => {
    const session = new TestSession(buildMap().map());
    const bad = {
      format: "plumbline-cards",
      version: 1,
      elements: [{ id: "a", type: "shop" }],
      relations: [],
    };
    await paste(session, (type) => (type === CARDS_TYPE ? JSON.stringify(bad) : ""));
    expect(session.updates).toBe(0);
    expect(toasts()).toEqual([expect.stringContaining('"shop" is not one of')]);
  });

  it("text opens the dialog; nothing at all says so", async () => {
    const session = new TestSession(buildMap().map());
    await paste(session, (type) => (type === "text/plain" ? "Wigan Council\nBolton FT" : ""));
    expect(usePasteStore.getState().request?.text).toBe("Wigan Council\nBolton FT");
    await paste(session, () => "");
    expect(toasts()).toEqual([expect.stringContaining("nothing on the clipboard that belongs on a map")]);
  });
});

describe("a clipboard that refuses", () => {
  it("is said plainly, with the keys, and nothing is cut", async () => {
    const session = new TestSession(clinic());
    vi.stubGlobal("window", { addEventListener: () => {}, removeEventListener: () => {} });
    vi.stubGlobal("document", { execCommand: () => false });
    vi.stubGlobal("navigator", { userAgent: "Windows", clipboard: undefined });
    select(["ft"]);
    await copyByCommand(session, true);
    expect(session.element("ft")).toBeDefined();
    await pasteByCommand(session);
    expect(toasts()).toEqual([
      "The browser keeps the clipboard to itself here. Press Ctrl+X instead.",
      "The browser keeps the clipboard to itself here. Press Ctrl+V instead.",
    ]);
  });
});
