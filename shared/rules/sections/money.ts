import type { AnyRule } from "../rule.ts";
import { rule as contractCycle } from "../rules/contract-cycle.ts";
import { rule as contractWithoutMoney } from "../rules/contract-without-money.ts";
import { rule as mixedPayment } from "../rules/mixed-payment.ts";
import { rule as moneyOutExceedsIn } from "../rules/money-out-exceeds-in.ts";
import { rule as moneyWithoutContract } from "../rules/money-without-contract.ts";
import { rule as ownershipCycle } from "../rules/ownership-cycle.ts";
import { rule as sharesNot100 } from "../rules/shares-not-100.ts";
import { rule as subContractsExceedHead } from "../rules/sub-contracts-exceed-head.ts";

/** Whether the sums on the map add up. */
export const MONEY: readonly AnyRule[] = [
  moneyOutExceedsIn,
  subContractsExceedHead,
  contractWithoutMoney,
  moneyWithoutContract,
  mixedPayment,
  contractCycle,
  ownershipCycle,
  sharesNot100,
];
