import type { AnyRule } from "./rule.ts";
import { ALLIANCE_RULES } from "./sections/alliances.ts";
import { BODIES_OF_REGIME } from "./sections/bodiesOfRegime.ts";
import { DRAWING } from "./sections/drawing.ts";
import { MONEY } from "./sections/money.ts";
import { POOLED_MONEY } from "./sections/pooledMoney.ts";
import { PRIMARY_CARE } from "./sections/primaryCare.ts";
import { PROCUREMENT } from "./sections/procurement.ts";
import { ROLES } from "./sections/roles.ts";
import { SECURITY } from "./sections/security.ts";

/** A part of the rule catalogue. */
export interface RuleSection {
  readonly title: string;
  /** What its rules ask, in one sentence. */
  readonly summary: string;
  readonly rules: readonly AnyRule[];
}

/** The rule catalogue by section, in its order. */
export const SECTIONS: readonly RuleSection[] = [
  { title: "Roles", summary: "Who may buy, who may deliver, and what may be passed on.", rules: ROLES },
  {
    title: "Security of the contract",
    summary: "Who stands behind a contract, at what price and for how long.",
    rules: SECURITY,
  },
  {
    title: "Social care and pooled money",
    summary: "Health and social care money in one purse.",
    rules: POOLED_MONEY,
  },
  {
    title: "Primary care and specialised services",
    summary: "What general practice has a contract of its own for, and what only some may buy.",
    rules: PRIMARY_CARE,
  },
  {
    title: "Procurement and assurance",
    summary: "How a contract was let, who watched over it, and who leads.",
    rules: PROCUREMENT,
  },
  {
    title: "Alliances and boards",
    summary: "What an alliance needs, and how boards decide.",
    rules: ALLIANCE_RULES,
  },
  { title: "Money", summary: "Whether the sums on the map add up.", rules: MONEY },
  {
    title: "Drawing",
    summary: "What is unfinished or cannot be right on the drawing itself.",
    rules: DRAWING,
  },
  {
    title: "Bodies of their time",
    summary: "What exists under the Act of 2012 or of 2022 only.",
    rules: BODIES_OF_REGIME,
  },
];

/** Every rule, in the order of the catalogue. */
export const RULES: readonly AnyRule[] = SECTIONS.flatMap(({ rules }) => rules);
