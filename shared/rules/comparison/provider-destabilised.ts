import { REGIMES } from "../../model/systemMap.ts";
import { atStart, comparedMoney, nameOf } from "../naming.ts";
import { SOURCES } from "../sources.ts";
import { sumAsFact } from "../sums.ts";
import { isProvider } from "../terms.ts";
import type { ComparisonRule } from "./ComparisonRule.ts";
import { type Change, incomeChange } from "./incomeChange.ts";

const TOLERATED_FALL_PERCENT = 10n;

export const rule: ComparisonRule = {
  id: "provider-destabilised",
  title: "A provider loses much of its income",
  summary: `A provider’s income falls by more than ${TOLERATED_FALL_PERCENT}% from the baseline to the option.`,
  basis: "lesson",
  severities: ["warning"],
  sources: [SOURCES.kingsFund2016, SOURCES.kingsFund2014],
  regimes: REGIMES,
  on: "organisation",
  why: "A provider’s buildings and staff do not shrink as fast as its income. What it can no longer pay for are often services that nobody meant to touch, so the option needs a plan for the provider that loses, not only for those that win.",
  precedent:
    "Northumberland 2016: no split of the money was to knock over a partner’s finances. Lambeth 2014: it was feared that closing 33 beds could unsettle the mental health trust and its other services.",

  compare(provider, onBaseline, maps, report) {
    if (!isProvider(provider)) return;
    const change = incomeChange(provider, onBaseline, maps);
    if (!change || !fallsTooMuch(change)) return;
    const { before, after } = change;
    const [from, to] = comparedMoney(before, after);
    report({
      severity: "warning",
      subjects: [provider],
      message: `${atStart(nameOf(provider))} has an income of ${from} a year on the baseline and of ${to} on this option, ${fall(change)} less.`,
      facts: { baseline: sumAsFact(before), option: sumAsFact(after) },
    });
  },
};

function fallsTooMuch({ before, after }: Change): boolean {
  return (before - after) * 100n > before * TOLERATED_FALL_PERCENT;
}

/** In per cent to one decimal place, rounded down, so that no whole loss is claimed where something is left. */
function fall({ before, after }: Change): string {
  const tenths = ((before - after) * 1000n) / before;
  return tenths === TOLERATED_FALL_PERCENT * 10n
    ? `a little more than ${TOLERATED_FALL_PERCENT}%`
    : `${Number(tenths) / 10}%`;
}
