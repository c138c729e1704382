import { describe, expect, it } from "vitest";
import { choiceHelp, explainedChoices } from "../../../client/panels/inspector/choiceHelp.ts";
import { elementFieldGroups, relationFieldGroups } from "../../../client/panels/inspector/fieldGroups.ts";
import { fieldHelp } from "../../../client/panels/inspector/fieldHelp.ts";
import { FIELD_OF_RULE, findingsByField } from "../../../client/panels/inspector/findingFields.ts";
import { ELEMENT_TYPES, elementFields } from "../../../shared/model/element.ts";
import { RELATION_TYPES, relationFields } from "../../../shared/model/relation.ts";
import { MARKINGS } from "../../../shared/model/systemMap.ts";
import type { CheckedFinding } from "../../../shared/rules/finding.ts";
import { RULES } from "../../../shared/rules/registry.ts";

const fieldsByType = new Map<string, ReturnType<typeof elementFields>>([
  ...ELEMENT_TYPES.map((type) => [type, elementFields(type)] as const),
  ...RELATION_TYPES.map((type) => [type, relationFields(type)] as const),
]);

describe("the help of the fields", () => {
  it("explains every field of every element and relation type, in a short text", () => {
    for (const [type, fields] of fieldsByType) {
      for (const name of Object.keys(fields)) {
        const help = fieldHelp(type, name);
        expect(help, `${type}.${name}`).toMatch(/^[A-Z].*[.]$/);
        expect(help?.length, `${type}.${name}`).toBeLessThanOrEqual(170);
      }
    }
    for (const name of ["title", "regime", "asOf", "marking", "findingsShownTo"])
      expect(fieldHelp("map", name), name).toBeDefined();
  });

  it("lets the record’s own words go before those for any record", () => {
    expect(fieldHelp("organisation", "services")).toContain("delivers itself");
    expect(fieldHelp("contract", "services")).toContain("the contract covers");
    expect(fieldHelp("organisation", "constructor")).toBeUndefined();
    expect(fieldHelp("constructor", "name")).toBeDefined();
  });

  it("explains only choices that exist", () => {
    const values = new Map<string, Set<string>>([["marking", new Set(MARKINGS)]]);
    for (const fields of fieldsByType.values())
      for (const [name, field] of Object.entries(fields))
        values.set(name, new Set([...(values.get(name) ?? []), ...(field.values ?? [])]));
    for (const { field, value } of explainedChoices())
      expect(values.get(field)?.has(value), `${field}: ${value}`).toBe(true);
    expect(choiceHelp("kind", "aligned")).toContain("Not a pool");
    expect(choiceHelp("riskShare", "two-sided")).toContain("losses");
    expect(choiceHelp("kind", "toString")).toBeUndefined();
  });
});

describe("the findings at the fields", () => {
  it("hang at fields that exist, of rules that exist", () => {
    const rules = new Set(RULES.map(({ id }) => id));
    for (const [rule, fields] of Object.entries(FIELD_OF_RULE)) {
      expect(rules.has(rule), rule).toBe(true);
      for (const [type, field] of Object.entries(fields))
        expect(Object.keys(fieldsByType.get(type) ?? {}), `${rule}: ${type}`).toContain(field);
    }
  });

  it("hang where the inspector shows them", () => {
    for (const fields of Object.values(FIELD_OF_RULE))
      for (const [type, field] of Object.entries(fields)) {
        const elementType = ELEMENT_TYPES.find((each) => each === type);
        const relationType = RELATION_TYPES.find((each) => each === type);
        const groups =
          elementType === undefined
            ? relationType === undefined
              ? []
              : relationFieldGroups(relationType)
            : elementFieldGroups(elementType);
        expect(groups.flatMap((group) => group.fields.map(({ name }) => name))).toContain(field);
      }
  });

  it("are parted from those that concern the record as a whole", () => {
    const finding = (rule: string) => ({ rule, key: rule }) as CheckedFinding;
    const { atField, others } = findingsByField(
      [finding("term-too-long"), finding("contract-without-buyer"), finding("term-too-short")],
      "contract",
    );
    expect(atField.get("termMonths")?.map(({ rule }) => rule)).toEqual(["term-too-long", "term-too-short"]);
    expect(others.map(({ rule }) => rule)).toEqual(["contract-without-buyer"]);
    expect(findingsByField([finding("term-too-long")], "organisation").others).toHaveLength(1);
  });
});
