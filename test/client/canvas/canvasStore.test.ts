import { afterEach, describe, expect, it } from "vitest";
import {
  editName,
  forgetMissing,
  registerViewport,
  resetCanvas,
  reveal,
  select,
  setConnecting,
  toggleLayer,
  toggleSelected,
  useCanvasStore,
} from "../../../client/canvas/canvasStore.ts";

const state = () => useCanvasStore.getState();

afterEach(() => {
  registerViewport(undefined);
  resetCanvas();
});

describe("selecting", () => {
  it("adds to the selection and takes out of it", () => {
    select(["a"]);
    toggleSelected("b");
    expect(state().selection).toEqual(["a", "b"]);
    toggleSelected("a");
    expect(state().selection).toEqual(["b"]);
  });

  it("shows a finding's subjects, brings them into view, and lets them go with the next choice", () => {
    const shown: (readonly string[])[] = [];
    const nothing = () => {};
    registerViewport({
      bringIntoView: (ids) => shown.push(ids),
      fit: nothing,
      zoomIn: nothing,
      zoomOut: nothing,
      panBy: nothing,
      giveHeight: () => nothing,
      showArea: nothing,
      centre: () => ({ x: 0, y: 0 }),
    });
    reveal(["a", "b"]);
    expect(state()).toMatchObject({ selection: ["a", "b"], highlight: ["a", "b"] });
    expect(shown).toEqual([["a", "b"]]);
    toggleSelected("c");
    expect(state()).toMatchObject({ selection: ["c"], highlight: [] });
  });
});

describe("forgetMissing", () => {
  it("lets go of what is no longer there, and of what was being done with it", () => {
    reveal(["a", "gone"]);
    editName("gone");
    setConnecting({ step: "choice", from: "a", to: "gone", at: { x: 0, y: 0 } });
    forgetMissing((id) => id !== "gone");
    expect(state()).toMatchObject({
      selection: ["a"],
      highlight: ["a"],
      editingName: undefined,
      connecting: { step: "off" },
    });
  });

  it("leaves the rest as it is", () => {
    select(["a"]);
    editName("a");
    const { selection } = state();
    forgetMissing(() => true);
    expect(state().selection).toBe(selection);
    expect(state().editingName).toBe("a");
  });
});

it("starts afresh for another map", () => {
  select(["a"]);
  toggleLayer("money");
  resetCanvas();
  expect(state()).toMatchObject({ selection: [], layers: { money: true } });
});
