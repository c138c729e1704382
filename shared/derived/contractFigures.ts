import { duration, longDate } from "../drawing/dateWords.ts";
import { annualValueOf, totalValueOf } from "../model/contractValue.ts";
import type { Contract } from "../model/element.ts";
import { formatCount, formatMoney, formatPounds } from "../model/money.ts";
import { annualSum, rounded } from "../rules/annualSum.ts";
import type { MapView } from "../rules/MapView.ts";
import { nameOf } from "../rules/naming.ts";
import { lastDayOf, wholeMonthsLeft } from "./calendar.ts";
import type { DerivedFigure } from "./DerivedFigure.ts";
import { counted, notStated, shareWords } from "./figureWords.ts";

/** What follows about a contract from what the map states: its dates, and what its money is a share of. */
export function contractFigures(contract: Contract, view: MapView): readonly DerivedFigure[] {
  return [
    ...unstatedValues(contract),
    ...dates(contract, view),
    perHead(contract, view),
    shareOfIncome(contract, view),
    passedOn(contract, view),
  ].filter((figure) => figure !== undefined);
}

/** Only where the annual value is unknown: where it follows from total and term, its own field says so. */
function unstatedValues(contract: Contract): readonly DerivedFigure[] {
  if (annualValueOf(contract) !== undefined || totalValueOf(contract) === undefined) return [];
  return [
    {
      id: "annual-value",
      label: "Annual value",
      value: undefined,
      how: "The total value is stated; the term is missing.",
    },
  ];
}

function dates(contract: Contract, view: MapView): readonly DerivedFigure[] {
  const { start, termMonths, extensionMonths = 0 } = contract;
  if (start === undefined && termMonths === undefined) return [];
  if (start === undefined || termMonths === undefined) {
    const missing = start === undefined ? "the start is" : "the term is";
    return [{ id: "end", label: "Ends", value: undefined, how: `To know the end, ${missing} missing.` }];
  }
  const end = lastDayOf(start, termMonths);
  const latest = extensionMonths === 0 ? undefined : lastDayOf(start, termMonths + extensionMonths);
  if (end === undefined) return [];
  const ends: DerivedFigure = {
    id: "end",
    label: "Ends",
    value: longDate(end),
    how:
      latest === undefined
        ? `${longDate(start)} and ${duration(termMonths)}.`
        : `${longDate(start)} and ${duration(termMonths)}; ${longDate(latest)} with the extension.`,
  };
  return [ends, monthsLeft(view.asOf, start, end)];
}

function monthsLeft(asOf: string | undefined, start: string, end: string): DerivedFigure {
  const figure = { id: "months-left", label: "Left at the map’s date" };
  if (asOf === undefined) return { ...figure, value: undefined, how: "The map states no date." };
  const how = `The map is of ${longDate(asOf)}.`;
  if (asOf > end) return { ...figure, value: "None: its term is over", how };
  if (asOf < start) return { ...figure, value: "All: it has not begun", how };
  const months = wholeMonthsLeft(asOf, end);
  return { ...figure, value: months === 0 ? "Less than a month" : duration(months), how };
}

/** By the people of its place, or of its only buyer. */
function perHead(contract: Contract, view: MapView): DerivedFigure | undefined {
  const annual = annualValueOf(contract);
  if (annual === undefined) return undefined;
  const place = view.element(contract.place);
  const buyers = view.directBuyersOf(contract);
  const [buyer] = buyers;
  const whose =
    place?.type === "place" && place.population !== undefined
      ? place
      : buyers.length === 1 && buyer?.type === "organisation"
        ? buyer
        : undefined;
  const figure = { id: "per-head", label: "A head, a year" };
  if (whose === undefined) {
    if (buyers.length < 2) return undefined;
    return {
      ...figure,
      value: undefined,
      how: "Several buy it; put it in a place with a stated population.",
    };
  }
  const { population } = whose;
  if (population === undefined)
    return { ...figure, value: undefined, how: `The population of ${nameOf(whose)} is missing.` };
  if (population === 0) return undefined;
  return {
    ...figure,
    value: formatPounds(annual / population),
    how: `${formatMoney(annual)} for ${formatCount(population)} people of ${nameOf(whose)}.`,
  };
}

/** What part of its holder’s income it is. Where several hold it, nobody has said how much each receives. */
function shareOfIncome(contract: Contract, view: MapView): DerivedFigure | undefined {
  const annual = annualValueOf(contract);
  const holders = view.holdersOf(contract);
  const [holder] = holders;
  if (annual === undefined || holder === undefined) return undefined;
  const figure = { id: "share-of-income", label: "Share of the holder’s income" };
  if (holders.length > 1)
    return {
      ...figure,
      value: undefined,
      how: `${holders.length} hold it; how much each receives is missing.`,
    };
  const { annualIncome } = holder;
  if (annualIncome === undefined)
    return { ...figure, value: undefined, how: `The annual income of ${nameOf(holder)} is missing.` };
  const share = shareWords(annual, annualIncome);
  if (share === undefined) return undefined;
  return {
    ...figure,
    value: share,
    how: `${formatMoney(annual)} of ${formatMoney(annualIncome)}, the income of ${nameOf(holder)}.`,
  };
}

/** What of its money the contracts under it take up, and what is left with the holder. */
function passedOn(contract: Contract, view: MapView): DerivedFigure | undefined {
  const under = view.contractsUnder(contract).filter((each) => !view.isEnded(each));
  if (under.length === 0) return undefined;
  const figure = { id: "passed-on", label: "Let on in sub-contracts" };
  const known = under.filter((each) => annualValueOf(each) !== undefined);
  const without = under.length - known.length;
  if (known.length === 0)
    return {
      ...figure,
      value: undefined,
      how: `${counted(under.length, "sub-contract")} without a stated annual value.`,
    };
  const sum = Number(rounded(annualSum(known)));
  const annual = annualValueOf(contract);
  const from = `${counted(known.length, "sub-contract")}${notStated(without)}`;
  const share = annual === undefined ? undefined : shareWords(sum, annual);
  if (annual === undefined || share === undefined)
    return {
      ...figure,
      value: `${formatMoney(sum)} a year`,
      how: `${from}. Its own annual value is missing.`,
    };
  const isAllKnown = without === 0 && sum <= annual;
  return {
    ...figure,
    value: `${formatMoney(sum)} a year (${share})`,
    how: isAllKnown ? `${from}; ${formatMoney(annual - sum)} stays with the holder.` : `${from}.`,
  };
}
