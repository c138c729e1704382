import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Editor } from "../../../shared/document/edit.ts";
import { checkMap } from "../../../shared/rules/checkMap.ts";
import type { Fix } from "../../../shared/rules/finding.ts";
import { previewFix } from "../../../shared/rules/previewFix.ts";
import { buildMap } from "../../support/buildMap.ts";
import { afterFix } from "./checking.ts";
import { randomMap } from "./randomMap.ts";

const map = buildMap()
  .organisation("Council", "local-authority")
  .organisation("CCG", "ccg")
  .organisation("Together LLP", "joint-venture")
  .organisation("North FT", "foundation-trust")
  .organisation("South FT", "foundation-trust")
  .contract("Older people", "prime-provider", { annualValue: 5_000_000 })
  .contract("Nursing", "sub-contract")
  .forum("Board", "alliance-board")
  .relate("commissions", "CCG", "Older people", { lead: true })
  .relate("holds", "Together LLP", "Older people")
  .relate("under", "Nursing", "Older people");
const snapshot = map.snapshot();

const fixOf = (apply: (editor: Editor, newId: () => string) => void): Fix => ({
  id: "f",
  label: "Mend it",
  apply,
});
const sentencesOf = (apply: (editor: Editor, newId: () => string) => void) =>
  previewFix(fixOf(apply), snapshot).sentences;

describe("what a fix will do, in words", () => {
  it("says a new card with everything that it is joined to in one sentence", () => {
    const sentences = sentencesOf((editor, newId) => {
      const fund = newId();
      editor.addElement({
        id: fund,
        type: "fund",
        kind: "pooled",
        name: "Pooled budget: Older people",
        position: { x: 0, y: 0 },
        proposed: true,
      });
      for (const from of ["Council", "CCG"])
        editor.addRelation({ id: newId(), type: "pays", from, to: fund, proposed: true });
      editor.addRelation({
        id: newId(),
        type: "pays",
        from: fund,
        to: "Together LLP",
        annualAmount: 3_000_000,
        proposed: true,
      });
    });
    expect(sentences).toEqual([
      "Adds a pooled budget “Pooled budget: Older people”, paid by Council and CCG, paying Together LLP, £3m a year (proposed)",
    ]);
  });

  it("says lines that share an end in one breath, and others by themselves", () => {
    const add = (editor: Editor, newId: () => string) => {
      for (const from of ["North FT", "South FT"])
        editor.addRelation({ id: newId(), type: "guarantees", from, to: "Together LLP", proposed: true });
      editor.addRelation({
        id: newId(),
        type: "delegates",
        from: "CCG",
        to: "North FT",
        function: "nhs-commissioning",
        legalBasis: "section-65z5",
        proposed: true,
      });
      editor.addRelation({ id: newId(), type: "governs", from: "Board", to: "Older people" });
    };
    expect(sentencesOf(add)).toEqual([
      "Adds 2 lines: North FT and South FT guarantee Together LLP (proposed)",
      "Adds a line: CCG delegates NHS commissioning to North FT, under section 65Z5 (proposed)",
      "Adds a line: Board governs “Older people”",
    ]);
  });

  it.each([
    ["Older people", "termMonths", 60, "Sets the term of “Older people” to 5 years"],
    ["Older people", "annualValue", 7_500_000, "Sets the annual value of “Older people” to £7.5m"],
    ["Older people", "kind", "alliance", "Sets the kind of “Older people” to alliance"],
    ["Older people", "advertised", true, "Sets “Advertised” of “Older people” to yes"],
    ["Older people", "start", "2015-04-01", "Sets the start of “Older people” to 1 April 2015"],
    [
      "Older people",
      "services",
      ["acute", "social-care"],
      "Sets the services of “Older people” to acute, social care",
    ],
    [
      "Older people",
      "consultation",
      "CCG",
      "Sets the carrier of the duty to involve the public of “Older people” to CCG",
    ],
    ["Older people", "annualValue", undefined, "Clears the annual value of “Older people”"],
    ["Board", "decisionRule", "unanimous", "Sets the decision rule of Board to unanimous"],
    ["North FT", "name", "Northern FT", "Renames North FT to “Northern FT”"],
    ["North FT", "position", { x: 1, y: 2 }, "Moves North FT"],
    ["holds-1", "lead", true, "Sets “Lead” of the line (Together LLP holds “Older people”) to yes"],
  ])("says what is set: %s, %s", (id, field, value, sentence) => {
    expect(sentencesOf((editor) => editor.setField(id, field, value))).toEqual([sentence]);
  });

  it("says what is removed, and what goes with it", () => {
    expect(sentencesOf((editor) => editor.remove(["Older people", "holds-1"]))).toEqual([
      "Removes “Older people”, and with it the 2 lines that end there",
      "Removes a line: Together LLP holds “Older people”",
    ]);
    expect(sentencesOf((editor) => editor.remove(["Nursing"]))).toEqual([
      "Removes “Nursing”, and with it the line (“Nursing” is let under “Older people”)",
    ]);
    expect(sentencesOf((editor) => editor.remove(["commissions-1"]))).toEqual([
      "Removes a line: CCG commissions “Older people”, as the lead",
    ]);
  });

  it("says what is set for the map", () => {
    expect(sentencesOf((editor) => editor.setMapField("asOf", "2016-01-01"))).toEqual([
      "Sets the date of the map to 1 January 2016",
    ]);
    expect(sentencesOf((editor) => editor.setMapField("regime", "england-2022"))).toEqual([
      "Switches the map to the rules of England, Health and Care Act 2022",
    ]);
  });
});

describe("what a fix will touch", () => {
  it("is what it changes and joins, without what it adds or removes", () => {
    const preview = previewFix(
      fixOf((editor, newId) => {
        editor.remove(["commissions-1"]);
        editor.addRelation({ id: newId(), type: "commissions", from: "Council", to: "Older people" });
        editor.setField("Older people", "advertised", true);
      }),
      snapshot,
    );
    expect(preview).toMatchObject({
      isPossible: true,
      touched: ["Older people", "Council"],
      removed: ["commissions-1"],
      addedRelations: [{ from: "Council", to: "Older people" }],
    });
  });

  it.each([
    [
      "joins what is gone",
      (editor: Editor) => editor.addRelation({ id: "r", type: "owns", from: "CCG", to: "gone" }),
    ],
    ["changes what is gone", (editor: Editor) => editor.setField("gone", "name", "X")],
    ["removes what is gone", (editor: Editor) => editor.remove(["gone"])],
    ["has nothing to do", () => undefined],
    [
      "fails",
      () => {
        throw new Error("broken");
      },
    ],
  ])("is nothing where it %s: it is not possible any more", (_, apply) => {
    expect(previewFix(fixOf(apply), snapshot)).toMatchObject({
      isPossible: false,
      sentences: [],
      touched: [],
    });
  });
});

it("on any map every fix is announced as what it then does", () => {
  fc.assert(
    fc.property(randomMap, (random) => {
      const before = random.snapshot();
      for (const finding of checkMap(before)) {
        for (const fix of finding.fixes) {
          const preview = previewFix(fix, before);
          const after = afterFix(random, fix);
          const isNew = ({ id }: { readonly id: string }) => id.startsWith("new-");
          expect(preview.isPossible).toBe(true);
          expect(preview.sentences.length).toBeGreaterThan(0);
          expect(preview.sentences.join(" ")).not.toMatch(/undefined|NaN|preview-|\[object/);
          expect(preview.addedElements).toHaveLength(after.map.elements.filter(isNew).length);
          expect(preview.addedRelations).toHaveLength(after.map.relations.filter(isNew).length);
          for (const id of preview.removed)
            expect(after.elementById.has(id) || after.relationById.has(id)).toBe(false);
        }
      }
    }),
    { numRuns: 200 },
  );
});
