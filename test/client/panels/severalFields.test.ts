import { describe, expect, it } from "vitest";
import { commonValue, together } from "../../../client/panels/inspector/commonFields.ts";
import { fieldUnit } from "../../../client/panels/inspector/fieldUnit.ts";
import { editorsOf } from "../../../client/panels/inspector/useEditors.ts";
import type { Person } from "../../../client/sync/MapSession.ts";
import { snapshotOf } from "../../../shared/document/snapshot.ts";
import { count, isoDate, percent, pounds, termMonths } from "../../../shared/model/field.ts";
import { readMapFile } from "../../../shared/model/readMapFile.ts";

const at = { position: { x: 0, y: 0 } };
const snapshot = snapshotOf(
  readMapFile(
    JSON.stringify({
      format: "system-map",
      version: 1,
      title: "",
      regime: "england-2012",
      elements: [
        { id: "a", type: "organisation", kind: "ccg", name: "CCG", services: ["acute"], ...at },
        { id: "b", type: "organisation", kind: "nhs-trust", name: "Trust", locked: true, ...at },
        { id: "c", type: "contract", kind: "grant", name: "C", status: "live", services: ["acute"], ...at },
        { id: "d", type: "contract", kind: "grant", name: "D", status: "awarded", ...at },
        { id: "e", type: "contract", kind: "grant", name: "E", ...at },
      ],
      relations: [{ id: "r", type: "commissions", from: "a", to: "c" }],
    }),
  ),
);

describe("what several have in common", () => {
  it("are the fields of one type without what each has for itself", () => {
    const { fields } = together(snapshot, ["c", "d"]);
    expect(Object.keys(fields)).toContain("status");
    for (const own of ["name", "position"]) expect(Object.keys(fields)).not.toContain(own);
  });

  it("leave out a field that has the same name and other values", () => {
    const { fields } = together(snapshot, ["a", "c"]);
    expect(Object.keys(fields).sort()).toEqual(["notes", "place", "proposed", "services", "source"]);
  });

  it("take relations in", () => {
    expect(Object.keys(together(snapshot, ["c", "r"]).fields).sort()).toEqual(["proposed", "source"]);
  });

  it("leave out what is locked, and what is not on the map any more", () => {
    const { records, lockedCount } = together(snapshot, ["a", "b", "gone"]);
    expect(records.map(({ id }) => id)).toEqual(["a"]);
    expect(lockedCount).toBe(1);
  });

  it("have one value, or so many different ones, not stated among them", () => {
    const { records } = together(snapshot, ["c", "d", "e"]);
    expect(commonValue(records, "status")).toEqual({ value: undefined, different: 3 });
    expect(commonValue(records, "kind")).toEqual({ value: "grant", different: 1 });
    expect(commonValue(together(snapshot, ["a", "c"]).records, "services")).toEqual({
      value: ["acute"],
      different: 1,
    });
  });
});

describe("the unit at the end of a box", () => {
  it("says what the text does not", () => {
    expect(fieldUnit("annualValue", pounds, "")).toBe("£ a year");
    expect(fieldUnit("annualValue", pounds, "£726m")).toBe("a year");
    expect(fieldUnit("totalValue", pounds, "7")).toBe("£ in all");
    expect(fieldUnit("limit", pounds, "£7m")).toBeUndefined();
    expect(fieldUnit("termMonths", termMonths, "60")).toBe("months");
    expect(fieldUnit("termMonths", termMonths, "5 years")).toBeUndefined();
    expect(fieldUnit("percent", percent, "15")).toBe("%");
    expect(fieldUnit("percent", percent, "15%")).toBeUndefined();
    expect(fieldUnit("population", count, "")).toBe("people");
    expect(fieldUnit("start", isoDate, "")).toBeUndefined();
  });
});

describe("who is in a field", () => {
  it("are those whose presence says so, of this record only", () => {
    const person = (clientId: number, field: Person["field"]): Person => ({
      clientId,
      name: `P${clientId}`,
      organisation: "",
      colour: "#005eb8",
      cursor: undefined,
      selection: [],
      drag: undefined,
      field,
      view: undefined,
    });
    const people = [
      person(1, { id: "a", name: "notes" }),
      person(2, { id: "b", name: "notes" }),
      person(3, undefined),
    ];
    expect(editorsOf(people, "a")).toEqual([{ field: "notes", clientId: 1, name: "P1", colour: "#005eb8" }]);
    expect(editorsOf(people, undefined)).toEqual([]);
  });
});
