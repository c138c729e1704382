import { CONTRACT_STATUSES, PAYMENTS } from "../../model/contractTerms.ts";
import type { Contract, MapElement } from "../../model/element.ts";
import { wordFor } from "../../model/words.ts";
import type { Marking } from "../colourMarks.ts";
import { category } from "./category.ts";

/** Marks contracts by how far they have come. */
export function statusMarks(): Marking {
  return contractMarks("status", CONTRACT_STATUSES, "Status not stated");
}

/** Marks contracts by how they pay. */
export function paymentMarks(): Marking {
  return contractMarks("payment", PAYMENTS, "Payment not stated");
}

function contractMarks(
  field: "status" | "payment",
  values: readonly NonNullable<Contract["status" | "payment"]>[],
  notStated: string,
): Marking {
  return {
    classes: [
      ...values.map((value, index) => category(value, wordFor(value, field), index)),
      { key: "not-stated", words: "Not stated", tone: "none" },
    ],
    markOf(element: MapElement) {
      if (element.type !== "contract") return undefined;
      const value = element[field];
      return value === undefined
        ? { key: "not-stated", words: notStated }
        : { key: value, words: wordFor(value, field) };
    },
  };
}
