import type { AnyRule } from "../rule.ts";
import { rule as contractWithoutBuyer } from "../rules/contract-without-buyer.ts";
import { rule as contractWithoutHolder } from "../rules/contract-without-holder.ts";
import { rule as duplicateOrganisation } from "../rules/duplicate-organisation.ts";
import { rule as isolatedElement } from "../rules/isolated-element.ts";
import { rule as relationNotAllowed } from "../rules/relation-not-allowed.ts";
import { rule as unnamedElement } from "../rules/unnamed-element.ts";
import { rule as unreadableRecord } from "../rules/unreadable-record.ts";

/** What is unfinished or cannot be right on the drawing itself. */
export const DRAWING: readonly AnyRule[] = [
  unnamedElement,
  isolatedElement,
  duplicateOrganisation,
  contractWithoutBuyer,
  contractWithoutHolder,
  relationNotAllowed,
  unreadableRecord,
];
