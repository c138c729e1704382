import type { Organisation } from "../../model/element.ts";
import type { MapView } from "../MapView.ts";
import { wholeSum } from "../statedPayments.ts";
import type { ComparedMaps } from "./ComparisonRule.ts";

/** Pounds a year, on the baseline and on the option. */
export interface Change {
  readonly before: bigint;
  readonly after: bigint;
}

/**
 * How the income of a provider changes; undefined where the maps do not say. Where both state `annualIncome` and it differs, that
 * is the change. Else it is the change of what is drawn as paid to the provider, which both maps have to state wholly; where the
 * baseline states a larger `annualIncome`, the part of it that is not drawn counts as staying as it is.
 */
export function incomeChange(
  provider: Organisation,
  onBaseline: Organisation,
  { baseline, option }: ComparedMaps,
): Change | undefined {
  const [stated, statedAfter] = [onBaseline.annualIncome, provider.annualIncome];
  if (stated !== undefined && statedAfter !== undefined && stated !== statedAfter)
    return { before: BigInt(stated), after: BigInt(statedAfter) };
  const paid = wholeSum(paidByOthers(onBaseline, baseline));
  const paidAfter = paidOnOption(provider, option);
  if (paid === undefined || paidAfter === undefined) return undefined;
  const income = BigInt(stated ?? 0);
  const undrawn = income > paid ? income - paid : 0n;
  return { before: paid + undrawn, after: paidAfter + undrawn };
}

/** Who is paid nothing and holds nothing has lost its income; who holds a contract is paid something that nobody has drawn. */
function paidOnOption(provider: Organisation, option: MapView): bigint | undefined {
  const payments = paidByOthers(provider, option);
  if (payments.length > 0) return wholeSum(payments);
  return option.contractsHeldBy(provider).some((contract) => !option.isEnded(contract)) ? undefined : 0n;
}

function paidByOthers(provider: Organisation, map: MapView) {
  return map.paymentsTo(provider).filter(({ from }) => from !== provider.id);
}
