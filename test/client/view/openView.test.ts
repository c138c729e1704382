import { beforeEach, describe, expect, test } from "vitest";
import { setHiddenLayers, useCanvasStore } from "../../../client/canvas/canvasStore.ts";
import { useToasts } from "../../../client/ui/toasts.ts";
import { openView, viewNow } from "../../../client/view/openView.ts";
import { useRegionStore } from "../../../client/view/regionStore.ts";
import {
  clearNarrowing,
  focusMap,
  look,
  markBy,
  resetView,
  useViewStore,
} from "../../../client/view/viewStore.ts";
import { snapshotOf } from "../../../shared/document/snapshot.ts";
import { type Region, readSavedView, type SavedView } from "../../../shared/view/SavedView.ts";
import { buildMap } from "../../support/buildMap.ts";

const SNAPSHOT = snapshotOf(buildMap().organisation("ccg", "ccg").place("here", {}).map());
const REGION: Region = { x: 0, y: 0, width: 100, height: 50 };
let shown: Region[] = [];

beforeEach(() => {
  resetView();
  setHiddenLayers([]);
  shown = [];
  useToasts.setState({ toasts: [] });
  useRegionStore.setState({
    control: { current: () => REGION, show: (region) => void shown.push(region), centreOn: () => {} },
  });
});

const open = (view: SavedView) => openView({ id: "v", view }, SNAPSHOT);
const said = () => useToasts.getState().toasts.map(({ text }) => text);

describe("a saved view", () => {
  test("brings back all that was chosen when it was saved, and can be read again", () => {
    look({ filter: { types: ["contract"] }, others: "hide" });
    focusMap({ ids: ["ccg"], steps: 2, follow: "money" });
    markBy({ colourBy: "term", sizeBy: "income" });
    setHiddenLayers(["notes", "money"]);
    const saved = viewNow("Mine");
    expect(readSavedView(JSON.parse(JSON.stringify(saved)))).toEqual(saved);
    resetView();
    setHiddenLayers([]);
    open(saved);
    expect(viewNow("Mine")).toEqual(saved);
    expect(shown).toEqual([REGION]);
    expect(useViewStore.getState().openView).toBe("v");
    expect(said()).toEqual([]);
  });

  test("is not the open one any more once something else is chosen", () => {
    open({ name: "All" });
    clearNarrowing();
    expect(useViewStore.getState().openView).toBeUndefined();
  });

  test("about cards that are gone opens without them, and says so", () => {
    open({ name: "Lost", focus: { ids: ["gone"], steps: 1, follow: "all" }, hiddenLayers: ["notes"] });
    expect(useViewStore.getState().focus).toBeUndefined();
    expect(useCanvasStore.getState().layers.notes).toBe(false);
    expect(said()).toEqual([expect.stringContaining("no longer on the map")]);
  });

  test("of which something is gone keeps the rest", () => {
    open({
      name: "Half",
      focus: { ids: ["gone", "ccg"], steps: 1, follow: "all" },
      filter: { places: ["gone"], types: ["place"] },
    });
    expect(useViewStore.getState().focus?.ids).toEqual(["ccg"]);
    expect(useViewStore.getState().filter).toEqual({ types: ["place"] });
    expect(said()).toEqual([expect.stringContaining("Some of what the view “Half” is about")]);
  });
});

test("a focus hides the others unless something else was chosen for them", () => {
  focusMap({ ids: ["ccg"], steps: 1, follow: "all" });
  expect(useViewStore.getState().others).toBe("hide");
  clearNarrowing();
  look({ filter: { types: ["fund"] } });
  focusMap({ ids: ["ccg"], steps: 1, follow: "all" });
  expect(useViewStore.getState().others).toBe("dim");
});
