import type { ColourField, SizeField } from "../../shared/view/markFields.ts";

/** What cards are coloured by, in words. */
export const COLOUR_WORDS: Readonly<Record<ColourField, string>> = {
  value: "Annual value",
  term: "Time left to run",
  status: "Status of contracts",
  findings: "Worst finding",
  payment: "How contracts pay",
  services: "Services",
  kind: "Kind",
  proposed: "Proposed or not",
};

/** What circles are as large as, in words. */
export const SIZE_WORDS: Readonly<Record<SizeField, string>> = {
  value: "Annual value",
  income: "Income of organisations",
  population: "Population",
};
