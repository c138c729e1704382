import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Draft, draftState, shownText, typed } from "../../../client/panels/inspector/draft.ts";

describe("a draft", () => {
  it("shows what the map says as long as nothing is typed", () => {
    expect(shownText(undefined, "£726m")).toBe("£726m");
    expect(draftState(undefined, "£726m")).toBe("saved");
  });

  it("remembers what the map said when the typing began, however much is typed after that", () => {
    const first = typed(undefined, "£7", "£726m");
    const second = typed(first, "£75", "£726m");
    expect(second).toEqual({ text: "£75", startedFrom: "£726m" });
    expect(draftState(second, "£726m")).toBe("unsaved");
  });

  it("is kept and marked when somebody changes the value meanwhile", () => {
    const draft = typed(undefined, "£752m", "£726m");
    expect(draftState(draft, "£700m")).toBe("changed-meanwhile");
    expect(shownText(draft, "£700m")).toBe("£752m");
  });

  it("stays marked when its owner types on after the other change", () => {
    const draft = typed(typed(undefined, "£7", "£726m"), "£75", "£700m");
    expect(draftState(draft, "£700m")).toBe("changed-meanwhile");
  });

  it("is over when somebody writes the same", () => {
    expect(draftState(typed(undefined, "£752m", "£726m"), "£752m")).toBe("saved");
  });

  it("is over when the typing comes back to what the map says", () => {
    expect(typed(typed(undefined, "£75", "£726m"), "£726m", "£726m")).toBeUndefined();
  });

  it("never loses what was typed, and never hides a change of somebody else", () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant("type" as const), text: fc.string({ maxLength: 3 }) }),
      fc.record({ kind: fc.constant("remote" as const), text: fc.string({ maxLength: 3 }) }),
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 3 }), fc.array(step, { maxLength: 12 }), (start, steps) => {
        let stored = start;
        let draft: Draft | undefined;
        let changedSince = false;
        for (const { kind, text } of steps) {
          if (kind === "remote") {
            stored = text;
            if (draft !== undefined && draft.startedFrom !== stored) changedSince = true;
          } else {
            draft = typed(draft, text, stored);
            expect(shownText(draft, stored)).toBe(text);
            if (draft === undefined) changedSince = false;
          }
          if (draft !== undefined && draft.text !== stored && stored !== draft.startedFrom)
            expect(draftState(draft, stored)).toBe("changed-meanwhile");
          if (!changedSince) expect(draftState(draft, stored)).not.toBe("changed-meanwhile");
        }
      }),
    );
  });
});
