import { afterEach, describe, expect, it } from "vitest";
import { TOUR_STEPS, type TourView } from "../../../client/tour/tourSteps.ts";
import { beginTour, endTour, goToStep, leaveTour, useTourStore } from "../../../client/tour/tourStore.ts";
import { buildMap } from "../../support/buildMap.ts";

afterEach(endTour);

describe("the place in the tour", () => {
  it("is kept when the tour is left, and taken up again there", () => {
    beginTour("practice");
    goToStep(3);
    leaveTour();
    expect(useTourStore.getState().place).toEqual({ mapId: "practice", step: 3, isLeft: true });
    goToStep(3);
    expect(useTourStore.getState().place?.isLeft).toBe(false);
    endTour();
    goToStep(1);
    leaveTour();
    expect(useTourStore.getState().place).toBeUndefined();
  });
});

describe("what the tour takes for done", () => {
  const nothing = { undoLabel: undefined, redoLabel: undefined };
  const before: TourView = {
    snapshot: buildMap().organisation("a", "ccg").snapshot(),
    history: nothing,
    highlight: [],
  };
  const doneBy = (now: Partial<TourView>) =>
    TOUR_STEPS.filter((step) => step.isDone?.({ ...before, ...now }, before)).map(({ title }) => title);

  it("is nothing of what has not been done", () => {
    expect(doneBy({})).toEqual([]);
  });

  it("is each step by what it asks for", () => {
    const two = buildMap().organisation("a", "ccg").organisation("b", "nhs-trust");
    expect(doneBy({ snapshot: two.snapshot() })).toEqual(["Add a card"]);
    expect(doneBy({ highlight: ["a"] })).toEqual(["See what is wrong"]);
    expect(doneBy({ history: { ...nothing, undoLabel: "Propose a guarantee" } })).toEqual(["Mend it"]);
    expect(doneBy({ history: { ...nothing, redoLabel: "Propose a guarantee" } })).toEqual([
      "Change your mind",
    ]);
    expect(doneBy({ snapshot: two.relate("pays", "a", "b").snapshot() })).toContain("Connect it");
  });
});
