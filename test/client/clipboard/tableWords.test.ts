import { describe, expect, it } from "vitest";
import { hasTrouble, troubleWords } from "../../../client/clipboard/tableWords.ts";
import type { RowOutcome } from "../../../shared/formats/table/Proposal.ts";

describe("rows of a pasted table with something to put right", () => {
  const row: RowOutcome = { number: 2, what: "new", notes: [], lost: [] };

  it("are those of which something is lost, but never a total", () => {
    expect(hasTrouble(row)).toBe(false);
    expect(hasTrouble({ ...row, lost: ["Ends: there is no start."] })).toBe(true);
    expect(hasTrouble({ ...row, what: "left-out", lost: ["“Name” is empty."] })).toBe(true);
    expect(hasTrouble({ ...row, what: "left-out", lost: ["This is a total."], isTotal: true })).toBe(false);
    expect(hasTrouble(undefined)).toBe(false);
  });

  it.each([
    [3, 0, "3 rows are taken in part."],
    [1, 0, "1 row is taken in part."],
    [0, 2, "2 rows are left out."],
    [3, 1, "3 rows are taken in part, 1 row is left out."],
  ])("%i in part and %i not at all: %s", (inPart, leftOut, words) =>
    expect(troubleWords(inPart, leftOut)).toBe(words),
  );
});
