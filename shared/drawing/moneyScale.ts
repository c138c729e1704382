import { formatMoney } from "../model/money.ts";
import type { Relation } from "../model/relation.ts";
import { moneyWidth } from "./relationLook.ts";

/** One thickness of money's lines and what it stands for. */
export interface MoneyStep {
  /** `undefined`: the amount is not stated. */
  readonly annualPounds: number | undefined;
  /** In map units. */
  readonly strokeWidth: number;
  readonly text: string;
}

const STEPS = [1e6, 1e7, 1e8, 1e9];

/**
 * How thick money is drawn, by round sums from just below the smallest on the map to just above the largest, then how what is not
 * stated is drawn. Empty where the map shows no money.
 */
export function moneyScale(relations: readonly Relation[]): readonly MoneyStep[] {
  const amounts = relations.flatMap((relation) => (relation.type === "pays" ? [relation.annualAmount] : []));
  const stated = amounts.filter((amount) => amount !== undefined);
  return [
    ...(stated.length === 0 ? [] : stepsAround(Math.min(...stated), Math.max(...stated))),
    ...(amounts.length > stated.length
      ? [{ annualPounds: undefined, strokeWidth: moneyWidth(undefined), text: "not stated" }]
      : []),
  ];
}

function stepsAround(leastPounds: number, mostPounds: number): MoneyStep[] {
  const from = Math.max(
    0,
    STEPS.findLastIndex((step) => step <= leastPounds),
  );
  const to = STEPS.findIndex((step) => step >= mostPounds);
  const steps = STEPS.slice(from, to === -1 ? STEPS.length : to + 1);
  return steps.map((annualPounds, index) => {
    // The thinnest line stands for less, too, and the thickest for more.
    const isLess = index === 0 && leastPounds < annualPounds;
    const isMore = index === steps.length - 1 && mostPounds > annualPounds;
    return {
      annualPounds,
      strokeWidth: moneyWidth(annualPounds),
      text: `${formatMoney(annualPounds)} a year${isLess ? " or less" : isMore ? " or more" : ""}`,
    };
  });
}
