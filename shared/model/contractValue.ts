import type { Contract } from "./element.ts";

type Priced = Pick<Contract, "annualValue" | "totalValue" | "termMonths" | "extensionMonths">;

/** The term reckoned with for a total where no term is stated. */
export const MONTHS_WHERE_NO_TERM_IS_STATED = 48;

/**
 * What a contract is worth in a year, in pounds: as stated, else derived from the total and the term (then it need not be
 * a whole number). Undefined: not stated.
 */
export function annualValueOf(contract: Priced): number | undefined {
  if (contract.annualValue !== undefined) return contract.annualValue;
  if (contract.totalValue === undefined || contract.termMonths === undefined) return undefined;
  return (contract.totalValue * 12) / contract.termMonths;
}

/**
 * What a contract is worth over its whole term, extensions included, in pounds: as stated, else derived from the annual
 * value (then it need not be a whole number). Undefined: not stated.
 */
export function totalValueOf(contract: Priced): number | undefined {
  if (contract.totalValue !== undefined) return contract.totalValue;
  if (contract.annualValue === undefined) return undefined;
  const months =
    contract.termMonths === undefined
      ? MONTHS_WHERE_NO_TERM_IS_STATED
      : contract.termMonths + (contract.extensionMonths ?? 0);
  return (contract.annualValue * months) / 12;
}

/**
 * Whether the annual value, stated or derived, is below a whole number of pounds; false where it is not known. Exact for
 * every figure the map can hold: a division could put 7 × 12 ÷ 14 just under 6.
 */
export function isAnnualValueBelow(contract: Priced, pounds: number): boolean {
  if (contract.annualValue !== undefined) return contract.annualValue < pounds;
  if (contract.totalValue === undefined || contract.termMonths === undefined) return false;
  return BigInt(contract.totalValue) * 12n < BigInt(pounds) * BigInt(contract.termMonths);
}
