import { describe, expect, it } from "vitest";
import { planConversion } from "../../../client/actions/conversion.ts";
import { kindNotes } from "../../../client/actions/kindNotes.ts";
import { applyConversion } from "../../../client/panels/convert/applyConversion.ts";
import { TARGET_GROUPS, targetOf } from "../../../client/panels/convert/targets.ts";
import { snapshotOf } from "../../../shared/document/snapshot.ts";
import type { Organisation } from "../../../shared/model/element.ts";
import { readMapFile } from "../../../shared/model/readMapFile.ts";
import { TestSession } from "../canvas/TestSession.ts";

const at = { position: { x: 10, y: 20 } };
const map = readMapFile(
  JSON.stringify({
    format: "system-map",
    version: 1,
    title: "",
    regime: "england-2012",
    elements: [
      {
        id: "ccg",
        type: "organisation",
        kind: "ccg",
        name: "CCG",
        population: 5,
        place: "p",
        notes: "N",
        ...at,
      },
      { id: "trust", type: "organisation", kind: "nhs-trust", name: "Trust", services: ["acute"], ...at },
      { id: "c", type: "contract", kind: "prime-provider", name: "Older people", ...at },
      { id: "p", type: "place", name: "Fenland", size: { width: 9, height: 9 }, ...at },
      { id: "n", type: "note", name: "", text: "First line\nand more", ...at },
      { id: "jv", type: "organisation", kind: "joint-venture", name: "LLP", legalForm: "llp", ...at },
    ],
    relations: [
      { id: "buys", type: "commissions", from: "ccg", to: "c", lead: true },
      { id: "pays", type: "pays", from: "ccg", to: "trust", contract: "c", annualAmount: 7 },
      { id: "owns", type: "owns", from: "trust", to: "jv", percent: 100 },
      { id: "holds", type: "holds", from: "trust", to: "c" },
    ],
    decisions: [{ rule: "r", subjects: ["ccg"], choice: "accepted", reason: "x", by: "A", at: "2020-01-01" }],
  }),
);
const snapshot = snapshotOf(map);

function plan(id: string, target: string) {
  let count = 0;
  const element = snapshot.elementById.get(id);
  const wanted = targetOf(target);
  if (element === undefined || wanted === undefined) throw new Error("Neither on the map nor in the list.");
  return planConversion(snapshot, element, wanted, () => `new-${++count}`);
}

describe("an element that becomes one of another type", () => {
  it("keeps name, position, place and notes, and what the new type has too", () => {
    const { element, lostFields } = plan("ccg", "fund/pooled");
    expect(element).toEqual({
      id: "new-1",
      type: "fund",
      kind: "pooled",
      name: "CCG",
      notes: "N",
      place: "p",
      position: { x: 10, y: 20 },
    });
    expect(lostFields).toEqual(["population"]);
    expect(plan("trust", "contract/grant").element).toMatchObject({ services: ["acute"] });
  });

  it("draws its relations again where the grammar allows them, and names the others", () => {
    const { relations, lostRelations, lostDecisions } = plan("ccg", "forum/joint-committee");
    expect(relations).toEqual([{ id: "new-2", type: "commissions", from: "new-1", to: "c", lead: true }]);
    expect(lostRelations).toEqual(["pays"]);
    expect(lostDecisions).toBe(1);
  });

  it("counts the fields of others that name it", () => {
    expect(plan("c", "note").lostReferences).toBe(1);
    expect(plan("p", "note").lostReferences).toBe(1);
  });

  it("makes the words of a note a name, and the other way round", () => {
    expect(plan("n", "organisation/other").element).toMatchObject({ name: "First line", notes: "and more" });
    expect(plan("trust", "note").element).toMatchObject({ text: "Trust", name: "" });
    expect(plan("trust", "place").element).toMatchObject({
      type: "place",
      size: { width: 480, height: 320 },
    });
  });

  it("can become anything that is listed", () => {
    for (const { value } of TARGET_GROUPS.flatMap(({ choices }) => choices))
      for (const { id } of map.elements) expect(plan(id, value).element.name).toBeTypeOf("string");
  });

  it("is one step, which undo takes back whole", () => {
    const session = new TestSession(map);
    const before = session.snapshots.get().map;
    const element = session.snapshots.get().elementById.get("ccg");
    if (element === undefined) throw new Error("Not there.");
    applyConversion(
      session,
      element,
      planConversion(session.snapshots.get(), element, { type: "forum", kind: "joint-committee" }, () =>
        crypto.randomUUID(),
      ),
    );
    const after = session.snapshots.get();
    expect(after.elementById.has("ccg")).toBe(false);
    expect(after.map.elements.at(-1)).toMatchObject({ type: "forum", name: "CCG" });
    expect(after.map.relations.map(({ type }) => type)).toEqual(["owns", "holds", "commissions"]);
    session.undo();
    expect(session.snapshots.get().map).toEqual(before);
  });
});

describe("an organisation of another kind", () => {
  const notes = (id: string, kind: string) =>
    kindNotes(snapshot, snapshot.elementById.get(id) as Organisation, kind);

  it("leaves what only its old kind does", () => {
    expect(notes("ccg", "nhs-trust")).toEqual(["It commissions 1 contract; commissioners do that."]);
    expect(notes("trust", "local-authority")).toEqual([
      "It holds 1 contract; commissioners buy and do not hold.",
      "It states services that it delivers itself.",
    ]);
  });

  it("leaves a vehicle with owners, and a legal form that is stated", () => {
    expect(notes("jv", "nhs-trust")).toEqual([
      "It has 1 owner; a vehicle has owners.",
      "Its legal form stays “Limited liability partnership”, as stated; this kind is “NHS trust”.",
    ]);
  });

  it("does not exist under the other Act", () => {
    expect(notes("ccg", "icb")).toEqual([
      "A body of the kind “Integrated care board” does not exist under the Act of this map.",
    ]);
  });

  it("says nothing where everything fits", () => {
    expect(notes("trust", "foundation-trust")).toEqual([]);
    expect(notes("ccg", "ccg")).toEqual([]);
  });
});
