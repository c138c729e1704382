import { describe, expect, it } from "vitest";
import {
  elementFieldGroups,
  type FieldGroup,
  relationFieldGroups,
} from "../../../client/panels/inspector/fieldGroups.ts";
import { ELEMENT_FIELDS, ELEMENT_TYPES } from "../../../shared/model/element.ts";
import { RELATION_FIELDS, RELATION_TYPES } from "../../../shared/model/relation.ts";

function namesIn(groups: readonly FieldGroup[]): string[] {
  return groups.flatMap(({ fields }) => fields.map(({ name }) => name)).sort();
}

describe("the groups of the inspector", () => {
  it.each(ELEMENT_TYPES)("hold every field of the type %s exactly once", (type) => {
    const every = [...Object.keys(ELEMENT_FIELDS[type]), "name", "position"].sort();
    expect(namesIn(elementFieldGroups(type))).toEqual(every);
  });

  it.each(RELATION_TYPES)("hold every field of the relation %s exactly once", (type) => {
    expect(namesIn(relationFieldGroups(type))).toEqual(Object.keys(RELATION_FIELDS[type]).sort());
  });

  it("put what a contract is asked under the heads people ask by, the name first", () => {
    const groups = elementFieldGroups("contract");
    expect(groups.map(({ title }) => title)).toEqual([
      "Basics",
      "Money",
      "Term",
      "Procurement and assurance",
      "Risk and payment",
      "Notes and source",
      "More",
    ]);
    expect(groups[0]?.fields[0]?.name).toBe("name");
    expect(groups[1]?.fields.map(({ name }) => name)).toEqual([
      "annualValue",
      "totalValue",
      "estimatedAnnualCost",
      "priceCeiling",
    ]);
  });

  it("leave out groups that a type has no field for", () => {
    expect(elementFieldGroups("note").map(({ title }) => title)).toEqual([
      "Basics",
      "Notes and source",
      "More",
    ]);
  });
});
