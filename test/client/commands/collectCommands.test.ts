import { afterEach, describe, expect, it, vi } from "vitest";
import { actions } from "../../../client/actions/actions.ts";
import { resetCanvas, select, useCanvasStore } from "../../../client/canvas/canvasStore.ts";
import { collectCommands, withArticle } from "../../../client/commands/collectCommands.ts";
import { PALETTE_ITEMS } from "../../../client/palette/paletteItems.ts";
import { useViewMode } from "../../../client/shell/viewMode.ts";
import { buildMap } from "../../support/buildMap.ts";
import { TestSession } from "../canvas/TestSession.ts";

function openMap(): TestSession {
  return new TestSession(
    buildMap("england-2022").organisation("icb", "icb").organisation("trust", "foundation-trust").map(),
  );
}

afterEach(resetCanvas);

describe("every command there is", () => {
  it("holds every action but those that only keys make sense of, and each id once", () => {
    const ids = collectCommands(openMap()).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, keyOnly } of actions) expect(ids.includes(id), id).toBe(keyOnly !== true);
  });

  it("says what undo would do, or why nothing can be undone", () => {
    const session = openMap();
    const undo = () => collectCommands(session).find(({ id }) => id === "undo");
    expect(undo()).toMatchObject({ title: "Undo", whyNot: "You have changed nothing yet" });
    session.perform("Rename trust", (editor) => editor.setField("trust", "name", "Other"));
    expect(undo()).toMatchObject({ title: "Undo: Rename trust", whyNot: undefined });
  });

  it("goes by what is selected", () => {
    const session = openMap();
    const whyNot = () => collectCommands(session).find(({ id }) => id === "quick-add-connected")?.whyNot;
    expect(whyNot()).toMatch(/Select a card first/);
    select(["trust"]);
    expect(whyNot()).toBeUndefined();
  });

  it("offers a viewer nothing that writes, with the reason, and no kinds to add", () => {
    const session = openMap();
    session.canEdit = false;
    const commands = collectCommands(session);
    expect(commands.filter(({ group }) => group === "Add to the map")).toEqual([]);
    for (const { id, writes, keyOnly } of actions)
      if (writes && keyOnly !== true)
        expect(commands.find((one) => one.id === id)?.whyNot).toBe("Only editors can do this");
  });

  it("leads from the tables to the drawing for what is seen there only", () => {
    vi.stubGlobal("history", { pushState: () => {}, state: null });
    vi.stubGlobal("location", new URL("http://localhost/m/1?view=tables"));
    useViewMode.setState({ mode: "tables" });
    const run = (wanted: string) =>
      collectCommands(openMap())
        .find(({ id }) => id === wanted)
        ?.run();
    run("undo");
    expect(useViewMode.getState().mode).toBe("tables");
    run("minimap");
    expect(useViewMode.getState().mode).toBe("map");
    vi.unstubAllGlobals();
  });

  it("goes to a card by its name", () => {
    const session = openMap();
    collectCommands(session)
      .find(({ id }) => id === "go trust")
      ?.run();
    expect(useCanvasStore.getState()).toMatchObject({ selection: ["trust"], focusNext: "trust" });
  });
});

it("names what is added with the right article", () => {
  const named = (id: string) => withArticle(PALETTE_ITEMS.find((item) => item.id === id) as never);
  expect(named("organisation/foundation-trust")).toBe("a foundation trust");
  expect(named("organisation/icb")).toBe("an ICB");
  expect(named("organisation/ccg")).toBe("a CCG");
  expect(named("organisation/nhs-trust")).toBe("an NHS trust");
  expect(named("organisation/alliance")).toBe("an alliance");
  expect(named("organisation/nhs-england")).toBe("NHS England");
  expect(named("contract/gms")).toBe("a GMS contract");
});
