import type { Field } from "../../../shared/model/field.ts";

const A_YEAR = new Set(["annualValue", "annualAmount", "annualIncome", "estimatedAnnualCost"]);
const WHOLE_TERM = new Set(["totalValue", "priceCeiling"]);
const COUNTED: Readonly<Record<string, string>> = {
  population: "people",
  outcomeMeasures: "measures",
  votes: "votes",
};

/**
 * What a figure is counted in, to stand at the end of its box: "£ a year", "months", "%". The sign is left out where the text of the
 * box says it. Undefined where there is no unit.
 */
export function fieldUnit(name: string, field: Field<unknown>, text: string): string | undefined {
  switch (field.type) {
    case "pounds": {
      const per = A_YEAR.has(name) ? "a year" : WHOLE_TERM.has(name) ? "in all" : "";
      return [text.includes("£") ? "" : "£", per].filter(Boolean).join(" ") || undefined;
    }
    case "months":
      return /[a-z]/i.test(text) ? undefined : "months";
    case "percent":
      return text.includes("%") ? undefined : "%";
    case "count":
    case "number":
      return COUNTED[name];
    default:
      return undefined;
  }
}
