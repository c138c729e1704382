import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { connectionChoices } from "../../../client/actions/connectionChoices.ts";
import { ELEMENT_TYPES, type MapElement } from "../../../shared/model/element.ts";
import { ORGANISATION_KINDS } from "../../../shared/model/organisationKind.ts";
import { isAllowed, RELATION_TYPES } from "../../../shared/model/relation.ts";
import { buildMap } from "../../support/buildMap.ts";

const { elementById } = buildMap()
  .organisation("CCG", "ccg")
  .organisation("Council", "local-authority")
  .organisation("Trust", "foundation-trust")
  .organisation("Other trust", "nhs-trust")
  .organisation("Partnership", "joint-venture", { legalForm: "llp" })
  .organisation("Alliance", "alliance")
  .contract("Contract", "nhs-standard")
  .contract("Sub", "sub-contract")
  .fund("Pool", "pooled")
  .forum("Board", "programme-board")
  .note("Note")
  .snapshot();

function element(id: string): MapElement {
  const found = elementById.get(id);
  if (found === undefined) throw new Error(`No element ${id}`);
  return found;
}

function madeBetween(from: string, to: string): readonly string[] {
  return connectionChoices(element(from), element(to)).map(
    (choice) => `${choice.from} ${choice.makes} ${choice.to}`,
  );
}

describe("the likeliest connection comes first", () => {
  it.each([
    ["CCG", "Trust", "CCG contract Trust"],
    ["Trust", "CCG", "CCG contract Trust"],
    ["CCG", "Partnership", "CCG contract Partnership"],
    ["Trust", "Partnership", "Trust owns Partnership"],
    ["Trust", "Alliance", "Trust member Alliance"],
    ["CCG", "Contract", "CCG commissions Contract"],
    ["Trust", "Contract", "Trust holds Contract"],
    ["Contract", "Trust", "Trust holds Contract"],
    ["Sub", "Contract", "Sub under Contract"],
    ["Contract", "Sub", "Sub under Contract"],
    ["CCG", "Pool", "CCG pays Pool"],
    ["Pool", "Trust", "Pool pays Trust"],
    ["Trust", "Board", "Trust member Board"],
    ["Board", "Contract", "Board governs Contract"],
    ["CCG", "Council", "CCG partners Council"],
  ])("from %s to %s", (from, to, first) => {
    expect(madeBetween(from, to)[0]).toBe(first);
  });
});

describe("what is offered", () => {
  it("offers both directions where both make sense", () => {
    const made = madeBetween("Trust", "Other trust");
    expect(made).toContain("Trust pays Other trust");
    expect(made).toContain("Other trust pays Trust");
    expect(made.filter((one) => one.includes(" partners "))).toEqual(["Trust partners Other trust"]);
  });

  it("offers nothing for a note, nor for a card with itself", () => {
    expect(madeBetween("CCG", "Note")).toEqual([]);
    expect(madeBetween("CCG", "CCG")).toEqual([]);
  });

  it("leaves out what is drawn already and can be said only once", () => {
    const drawn = [
      { id: "1", type: "owns", from: "Trust", to: "Partnership" },
      { id: "2", type: "pays", from: "Partnership", to: "Trust" },
      { id: "3", type: "partners", from: "Partnership", to: "Trust" },
    ] as const;
    const made = connectionChoices(element("Trust"), element("Partnership"), drawn).map(
      (choice) => `${choice.from} ${choice.makes} ${choice.to}`,
    );
    expect(made).not.toContain("Trust owns Partnership");
    expect(made).not.toContain("Trust partners Partnership");
    expect(made).toContain("Partnership owns Trust");
    expect(made).toContain("Partnership pays Trust");
  });

  it("says who does what to whom", () => {
    const [first] = connectionChoices(element("Pool"), element("Trust"));
    expect(first?.label).toBe("Pool pays Trust");
  });

  it("is exactly what the grammar allows, each once", () => {
    const elements = fc.record({
      type: fc.constantFrom(...ELEMENT_TYPES),
      kind: fc.constantFrom(...ORGANISATION_KINDS),
    });
    fc.assert(
      fc.property(elements, elements, (one, other) => {
        const from = { ...one, id: "a", name: "A", position: { x: 0, y: 0 } } as MapElement;
        const to = { ...other, id: "b", name: "B", position: { x: 0, y: 0 } } as MapElement;
        const choices = connectionChoices(from, to);
        expect(new Set(choices.map(({ key }) => key)).size).toBe(choices.length);
        const relations = choices.filter(({ makes }) => makes !== "contract");
        const allowed = RELATION_TYPES.flatMap((type) => [
          ...(isAllowed(type, from.type, to.type) ? [`${type} a b`] : []),
          ...(type !== "partners" && isAllowed(type, to.type, from.type) ? [`${type} b a`] : []),
        ]);
        expect(relations.map(({ key }) => key).sort()).toEqual(allowed.sort());
      }),
    );
  });
});
