import type { ContractKind } from "../../model/contractTerms.ts";
import type { ElementType } from "../../model/element.ts";
import type { OrganisationKind } from "../../model/organisationKind.ts";
import { isCommissionerKind, isNhsCommissionerKind } from "../../model/organisationKind.ts";
import type { TableKind } from "./columns.ts";
import type { DraftCard, DraftRelation, MapDraft } from "./MapDraft.ts";
import type { RowOutcome } from "./Proposal.ts";
import type { RowScribe } from "./RowScribe.ts";
import { monthsUntil } from "./readDay.ts";

/** Takes one row of a table of some kind onto a draft of the map. */
export const takeRow: Readonly<Record<TableKind, (scribe: RowScribe, draft: MapDraft) => RowOutcome>> = {
  organisations: takeOrganisation,
  contracts: takeContract,
  money: takePayment,
  owners: takeOwner,
  members: takeMember,
};

const ORGANISATION: readonly ElementType[] = ["organisation"];
const BUYER: readonly ElementType[] = ["organisation", "forum"];
const PAYER: readonly ElementType[] = ["organisation", "fund"];
const TOTAL = /^(?:grand |sub-?)?totals?:?$/i;

function takeOrganisation(scribe: RowScribe, draft: MapDraft): RowOutcome {
  const missing = scribe.missing(["name"]);
  const name = scribe.text("name") ?? "";
  if (missing !== undefined) return scribe.leaveOut(missing);
  if (TOTAL.test(name)) return scribe.leaveOutTotal();
  const odsCode = scribe.text("odsCode");
  const known = scribe.known(draft.find(name, ORGANISATION, odsCode), name);
  const card = known ?? scribe.addOrganisation(name, scribe.value("kind"));
  const isAdded = known === undefined;
  // A card whose kind nobody stated has one all the same: the table does not contradict it.
  const keys = [
    "legalForm",
    "odsCode",
    "services",
    "population",
    "annualIncome",
    "netAssets",
    "notes",
    "source",
  ];
  scribe.state(card, isAdded ? keys : ["kind", ...keys]);
  draft.noteCode(card);
  return scribe.outcome();
}

function takeContract(scribe: RowScribe, draft: MapDraft): RowOutcome {
  const name = scribe.text("name");
  const buyerNames = scribe.names("buyer", BUYER);
  const holderNames = scribe.names("holder", ORGANISATION);
  if (name === undefined && buyerNames.length + holderNames.length === 0)
    return scribe.leaveOut(scribe.missing(["name"]) ?? "The row names no contract.");
  if (name !== undefined && TOTAL.test(name)) return scribe.leaveOutTotal();
  const buyers = buyerNames.map((one) => scribe.party(one, BUYER));
  const holders = holderNames.map((one) => scribe.party(one));
  const found = name === undefined ? [] : sameContracts(draft, scribe, name, buyers, holders);
  const known = scribe.known(found, name ?? "");
  const contract =
    known ??
    scribe.add("contract", {
      name: name ?? "",
      kind: scribe.value("kind") ?? likelyKind(name ?? "", buyers),
    });
  for (const buyer of buyers) scribe.joined(draft.join("commissions", buyer.id, contract.id).isNew);
  for (const holder of holders) scribe.joined(draft.join("holds", holder.id, contract.id).isNew);
  const keys = ["status", "services", "annualValue", "totalValue", "start", "termMonths", "extensionMonths"];
  const terms = ["payment", "procurement", "outcomePercent", "notes", "source"];
  scribe.state(contract, [...(known === undefined ? [] : ["kind"]), ...keys, ...terms]);
  stateEnd(scribe, contract);
  return scribe.outcome();
}

/** Contracts are often called alike ("Community services"): one with another buyer or holder is another one, unless it is an alliance. */
function sameContracts(
  draft: MapDraft,
  scribe: RowScribe,
  name: string,
  buyers: readonly DraftCard[],
  holders: readonly DraftCard[],
): readonly DraftCard[] {
  return draft.find(name, ["contract"]).filter((contract) => {
    const isAlliance = contract.fields.kind === "alliance" || scribe.value("kind") === "alliance";
    const bought = draft.relationsAt(contract.id, "commissions").map(({ from }) => from);
    const held = draft.relationsAt(contract.id, "holds").map(({ from }) => from);
    return sharesOne(buyers, bought) && (isAlliance || sharesOne(holders, held));
  });
}

function sharesOne(cards: readonly DraftCard[], ids: readonly string[]): boolean {
  return cards.length === 0 || ids.length === 0 || cards.some(({ id }) => ids.includes(id));
}

const NAMED_KINDS: readonly (readonly [RegExp, ContractKind])[] = [
  [/\bsub-?contract/i, "sub-contract"],
  [/\bapms\b/i, "apms"],
  [/\bgms\b/i, "gms"],
  [/\bpms\b/i, "pms"],
  [/\balliance (?:contract|agreement)\b/i, "alliance"],
  [/\bsection 75\b|\bs75\b/i, "section-75-provision"],
  [/\bmemorandum\b|\bmou\b/i, "memorandum"],
  [/\bframework\b/i, "framework"],
  [/\bgrant\b/i, "grant"],
];

/** The kind that the name speaks of, or else that a contract drawn from this buyer gets. */
function likelyKind(name: string, buyers: readonly DraftCard[]): ContractKind {
  const named = NAMED_KINDS.find(([found]) => found.test(name))?.[1];
  const kind = buyers[0]?.fields.kind as OrganisationKind | undefined;
  if (named !== undefined || kind === undefined || buyers[0]?.type !== "organisation")
    return named ?? "other";
  if (isNhsCommissionerKind(kind)) return "nhs-standard";
  return isCommissionerKind(kind) || kind === "other" ? "other" : "sub-contract";
}

/** The map keeps how long a contract runs, not its last day. */
function stateEnd(scribe: RowScribe, contract: DraftCard): void {
  const end = scribe.text("end");
  if (end === undefined) return;
  const start = scribe.text("start") ?? (contract.fields.start as string | undefined);
  const months = start === undefined ? null : monthsUntil(start, end);
  if (start === undefined) scribe.lose("Ends: there is no start to count the term from.");
  else if (months === null) scribe.lose("Ends: from its start to then is no whole number of months.");
  else scribe.stateValue(contract, "termMonths", months);
}

function takePayment(scribe: RowScribe, draft: MapDraft): RowOutcome {
  const ends = endsOf(scribe, draft, "from", PAYER, "to", PAYER);
  if ("what" in ends) return ends;
  const { one: from, other: to } = ends;
  const amount = scribe.value("annualAmount");
  const contract = contractNamed(scribe, draft);
  const there = draft
    .relationsAt(from.id, "pays")
    .filter((flow) => flow.from === from.id && flow.to === to.id && agrees(flow, "contract", contract?.id));
  const same = there.find(
    (flow) => agrees(flow, "annualAmount", amount) && agrees(flow, "label", scribe.value("label")),
  );
  const flow = same ?? draft.addRelation("pays", from.id, to.id);
  scribe.joined(same === undefined);
  scribe.state(flow, ["annualAmount", "payment", "services", "label", "source"]);
  if (contract !== undefined) scribe.stateValue(flow, "contract", contract.id);
  return scribe.outcome();
}

function agrees(flow: DraftRelation, field: string, value: unknown): boolean {
  return value === undefined || flow.fields[field] === undefined || flow.fields[field] === value;
}

function contractNamed(scribe: RowScribe, draft: MapDraft): DraftCard | undefined {
  const name = scribe.text("contract");
  if (name === undefined) return undefined;
  const contract = scribe.known(draft.find(name, ["contract"]), name);
  if (contract === undefined) scribe.lose(`Under contract: there is no contract “${name}” on the map.`);
  return contract;
}

function takeOwner(scribe: RowScribe, draft: MapDraft): RowOutcome {
  const ends = endsOf(scribe, draft, "owner", ORGANISATION, "body", ORGANISATION);
  if ("what" in ends) return ends;
  const { relation, isNew } = draft.join("owns", ends.one.id, ends.other.id);
  scribe.joined(isNew);
  scribe.state(relation, ["percent", "source"]);
  return scribe.outcome();
}

function takeMember(scribe: RowScribe, draft: MapDraft): RowOutcome {
  const ends = endsOf(scribe, draft, "member", ORGANISATION, "body", ["forum", "organisation"]);
  if ("what" in ends) return ends;
  const { relation, isNew } = draft.join("member", ends.one.id, ends.other.id);
  scribe.joined(isNew);
  scribe.state(relation, ["standing", "votes", "source"]);
  return scribe.outcome();
}

function endsOf(
  scribe: RowScribe,
  draft: MapDraft,
  oneKey: string,
  oneTypes: readonly ElementType[],
  otherKey: string,
  otherTypes: readonly ElementType[],
): { readonly one: DraftCard; readonly other: DraftCard } | RowOutcome {
  const missing = scribe.missing([oneKey, otherKey]);
  const [oneName = "", otherName = ""] = [scribe.text(oneKey), scribe.text(otherKey)];
  if (missing !== undefined) return scribe.leaveOut(missing);
  if (TOTAL.test(oneName) || TOTAL.test(otherName)) return scribe.leaveOutTotal();
  const one = draft.find(oneName, oneTypes)[0];
  if (oneName === otherName || (one !== undefined && one.id === draft.find(otherName, otherTypes)[0]?.id))
    return scribe.leaveOut(`Both ends are “${oneName}”.`);
  return { one: scribe.party(oneName, oneTypes), other: scribe.party(otherName, otherTypes) };
}
