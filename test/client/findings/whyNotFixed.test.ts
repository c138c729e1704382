import { describe, expect, it } from "vitest";
import { whyNotFixed } from "../../../client/findings/whyNotFixed.ts";
import { snapshotOf } from "../../../shared/document/snapshot.ts";
import { readMapFile } from "../../../shared/model/readMapFile.ts";

const snapshot = snapshotOf(
  readMapFile(
    JSON.stringify({
      format: "system-map",
      version: 1,
      title: "",
      regime: "england-2012",
      elements: [{ id: "a", type: "contract", kind: "grant", name: "A", position: { x: 0, y: 0 } }],
      relations: [],
    }),
  ),
);

describe("a fix that does nothing any more", () => {
  it("says so where what it is about has just gone", () => {
    expect(whyNotFixed(snapshot, { title: "Nobody buys this contract", subjects: ["a", "gone"] })).toBe(
      "Nothing was changed: something that “Nobody buys this contract” is about has just been deleted.",
    );
  });

  it("says that the map has changed where all of it is still there", () => {
    expect(whyNotFixed(snapshot, { title: "X", subjects: ["a"] })).toMatch(/the map has changed since/);
  });
});
