import { describe, expect, it } from "vitest";
import { minimapPaths } from "../../../client/view/minimapPaths.ts";
import { cardSize } from "../../../shared/drawing/cardSize.ts";
import { type Badges, findingBadges } from "../../../shared/drawing/findingBadges.ts";
import type { MapElement } from "../../../shared/model/element.ts";
import { buildMap } from "../../support/buildMap.ts";

const { elements } = buildMap().organisation("a", "ccg").organisation("b", "foundation-trust").map();
const NONE: ReadonlyMap<string, Badges> = new Map();

function movedTo(element: MapElement | undefined, x: number, y: number): MapElement {
  if (element === undefined) throw new Error("No card");
  return { ...element, position: { x, y } };
}

describe("the small picture of a map", () => {
  const [first, second] = elements;
  const standing = [movedTo(first, 0, 0), movedTo(second, 400, 200)];

  it("follows a card that is moved, and leaves the others where they are", () => {
    const before = minimapPaths(standing, NONE);
    const after = minimapPaths([movedTo(first, 40, 60), ...standing.slice(1)], NONE);
    expect(before?.cards.organisation).toContain("M0 0");
    expect(after?.cards.organisation).not.toContain("M0 0");
    for (const there of ["M40 60", "M400 200"]) expect(after?.cards.organisation).toContain(there);
    expect(after?.bounds).toMatchObject({ x: 40, y: 60 });
  });

  it("follows a card whose size is another", () => {
    const [card, other] = standing;
    if (card === undefined || other === undefined) throw new Error("No card");
    const longer = { ...card, name: "Cambridgeshire and Peterborough integrated care board" };
    expect(cardSize(longer)).not.toEqual(cardSize(card));
    const { width, height } = cardSize(longer);
    expect(minimapPaths([longer, other], NONE)?.cards.organisation).toContain(`M0 0h${width}v${height}`);
  });

  it("marks the cards that findings stand on, as their badges do, in the shape of the gravest", () => {
    const [card, other] = standing.map(({ id }) => id);
    const about = [card ?? "", other ?? ""];
    const findings = findingBadges([
      { severity: "info", subjects: about },
      { severity: "error", subjects: about },
    ]);
    const marks = minimapPaths(standing, findings)?.findings;
    expect(marks?.error.match(/M/g)).toHaveLength(1);
    expect(marks?.info).toBe("");
    const accepted = findingBadges([{ severity: "error", subjects: about, accepted: true }]);
    expect(minimapPaths(standing, accepted)?.findings).toEqual({ error: "", warning: "", info: "" });
  });
});
