import { afterEach, describe, expect, test } from "vitest";
import { resetCanvas, reveal, select } from "../../../client/canvas/canvasStore.ts";
import { chooseOnMap } from "../../../client/canvas/chooseOnMap.ts";
import { changeView, showAllFindings } from "../../../client/findings/findingsViewStore.ts";
import {
  fitPanelToWindow,
  setCollapsed,
  showFinding,
  showTab,
  stopFollowingSelection,
  usePanelStore,
} from "../../../client/panels/panelStore.ts";

const state = () => usePanelStore.getState();

afterEach(() => {
  usePanelStore.setState(usePanelStore.getInitialState());
  resetCanvas();
});

describe("the tab of the side panel", () => {
  test("is the inspector for what is chosen on the map, and the findings again afterwards", () => {
    chooseOnMap("a", false);
    expect(state().tab).toBe("inspector");
    stopFollowingSelection();
    expect(state().tab).toBe("findings");
  });

  test("is the inspector for a card that was selected already, such as by being moved", () => {
    select(["a"]);
    expect(state().tab).toBe("findings");
    chooseOnMap("a", false);
    expect(state().tab).toBe("inspector");
  });

  test("stays where somebody has put it", () => {
    showTab("inspector");
    chooseOnMap("a", false);
    stopFollowingSelection();
    expect(state().tab).toBe("inspector");
  });

  test("stays with the findings when one of them shows its subjects", () => {
    reveal(["a"]);
    expect(state().tab).toBe("findings");
  });

  test("stays with a list of the findings about what is chosen: it follows by itself", () => {
    changeView({ about: "selection" });
    chooseOnMap("a", false);
    expect(state().tab).toBe("findings");
    showAllFindings();
    chooseOnMap("b", false);
    expect(state().tab).toBe("inspector");
  });

  test("stays as it is when several are chosen together", () => {
    select(["a"]);
    chooseOnMap("b", true);
    expect(state().tab).toBe("findings");
    chooseOnMap("b", true);
    expect(state().tab).toBe("inspector");
  });

  test("is the findings for a finding that is asked for, and nothing takes it back from there", () => {
    chooseOnMap("a", false);
    showFinding("some finding");
    expect(state()).toMatchObject({ tab: "findings", wantedFinding: "some finding" });
    stopFollowingSelection();
    expect(state().tab).toBe("findings");
  });
});

describe("folding the side panel", () => {
  test("happens by itself in a narrow window, and is undone by itself in a wide one", () => {
    setCollapsed(false);
    fitPanelToWindow(true);
    expect(state().collapsed).toBe(true);
    fitPanelToWindow(false);
    expect(state().collapsed).toBe(false);
  });

  test("by hand lasts, however wide the window is", () => {
    setCollapsed(true);
    fitPanelToWindow(true);
    fitPanelToWindow(false);
    expect(state().collapsed).toBe(true);
  });

  test("is not undone by choosing something on the map", () => {
    setCollapsed(true);
    chooseOnMap("a", false);
    expect(state()).toMatchObject({ collapsed: true, tab: "inspector" });
    showFinding("some finding");
    expect(state().collapsed).toBe(false);
  });
});
