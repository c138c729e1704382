import type { Contract } from "../model/element.ts";
import type { Json } from "../model/field.ts";
import { formatMoney } from "../model/money.ts";

interface Worth {
  /** "£726m" or "£145.2m a year"; undefined where neither is stated. */
  readonly words: string | undefined;
  readonly facts: Readonly<Record<string, Json>>;
}

/** What a contract is stated to be worth, for a message, and the facts that the message then states. */
export function statedWorth({ totalValue, annualValue }: Contract): Worth {
  if (totalValue !== undefined) return { words: formatMoney(totalValue), facts: { totalValue } };
  if (annualValue !== undefined)
    return { words: `${formatMoney(annualValue)} a year`, facts: { annualValue } };
  return { words: undefined, facts: {} };
}
