import { longDate } from "../../../shared/drawing/dateWords.ts";
import type { Field } from "../../../shared/model/field.ts";
import { formatCount, formatMoney, formatPounds } from "../../../shared/model/money.ts";
import { wordFor } from "../../../shared/model/words.ts";
import type { StatedList } from "./listChoice.ts";
import { monthsInWords } from "./monthsText.ts";

export const NOT_STATED = "Not stated";

/** A list in words: its values, what an empty one means, or "Not stated". */
export function listInWords(list: StatedList, fieldName: string, noneLabel: string): string {
  if (list === undefined) return NOT_STATED;
  return list.length === 0 ? noneLabel : list.map((value) => wordFor(value, fieldName)).join(", ");
}

/** What a stated empty list means for a field of a record of this type. */
export function noneLabelFor(fieldName: string, recordType: string): string {
  if (fieldName === "services")
    return recordType === "organisation" ? "Stated: delivers nothing itself" : "Stated: no services";
  return "Stated: none";
}

/** The value of a field for those who only read. `nameOf` gives the name of an element. */
export function valueInWords(
  { name, field }: { readonly name: string; readonly field: Field<unknown> },
  value: unknown,
  recordType: string,
  nameOf: (id: string) => string,
): string {
  switch (field.type) {
    case "pounds": {
      const [short, full] = [formatMoney(Number(value)), formatPounds(Number(value))];
      return short === full ? full : `${short} (${full})`;
    }
    case "months":
      return monthsInWords(Number(value));
    case "percent":
      return `${value}%`;
    case "count":
      return formatCount(Number(value));
    case "date":
      return longDate(String(value));
    case "yes-no":
      return value === true ? "Yes" : "No";
    case "one-of":
      return wordFor(String(value), name);
    case "list-of":
      return listInWords(value as StatedList, name, noneLabelFor(name, recordType));
    case "id":
      return nameOf(String(value));
    case "point":
    case "size":
      return Object.values(value as Record<string, number>)
        .map((each) => formatCount(each))
        .join(field.type === "point" ? ", " : " × ");
    case "text":
    case "number":
      return String(value);
  }
}
