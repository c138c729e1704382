import {
  annualValueOf,
  MONTHS_WHERE_NO_TERM_IS_STATED,
  totalValueOf,
} from "../../../shared/model/contractValue.ts";
import type { MapElement } from "../../../shared/model/element.ts";
import { legalFormOf } from "../../../shared/model/legalForm.ts";
import { formatPounds } from "../../../shared/model/money.ts";
import { wordFor } from "../../../shared/model/words.ts";
import { monthsInWords } from "./monthsText.ts";

/**
 * What follows from other fields for a field that is not stated itself, marked as derived; undefined where nothing follows.
 * Annual value, total value, and the legal form that an organisation's kind settles.
 */
export function derivedFigure(element: MapElement, field: string): string | undefined {
  if (element.type === "organisation" && field === "legalForm" && element.legalForm === undefined) {
    const form = legalFormOf(element);
    return form === undefined ? undefined : `Derived from the kind: ${wordFor(form, "legalForm")}`;
  }
  if (element.type !== "contract") return undefined;
  if (field === "annualValue" && element.annualValue === undefined) {
    const pounds = annualValueOf(element);
    return pounds === undefined ? undefined : `Derived: ${formatPounds(pounds)} a year (total value ÷ term)`;
  }
  if (field === "totalValue" && element.totalValue === undefined) {
    const pounds = totalValueOf(element);
    return pounds === undefined
      ? undefined
      : `Derived: ${formatPounds(pounds)} (annual value × ${lengthOf(element)})`;
  }
  return undefined;
}

function lengthOf({
  termMonths,
  extensionMonths = 0,
}: {
  termMonths?: number;
  extensionMonths?: number;
}): string {
  if (termMonths === undefined)
    return `${monthsInWords(MONTHS_WHERE_NO_TERM_IS_STATED)}, as procurement law reckons where no term is stated`;
  return `${monthsInWords(termMonths + extensionMonths)}${extensionMonths > 0 ? ", extension included" : ""}`;
}
