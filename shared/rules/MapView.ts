import type { Snapshot } from "../document/snapshot.ts";
import type { Contract, Forum, Fund, MapElement, Organisation } from "../model/element.ts";
import type { Relation, RelationOf } from "../model/relation.ts";
import { endedContracts } from "./endedContracts.ts";
import { type EarlierReader, MapReader } from "./MapReader.ts";
import type { ReadLog } from "./ReadLog.ts";
import { hasCompanyForm, hasHeadContractKind, isCommissioner } from "./terms.ts";

type Payer = Organisation | Fund;
type Buyer = Organisation | Forum;

/** A view, with the same log, of a map with the same elements in the same order. */
export interface EarlierView extends EarlierReader {
  readonly view: MapView;
  /** Whether the contracts have the same status. */
  readonly hasSameStatuses: boolean;
}

/**
 * A snapshot as the rules read it, in the words of the rule catalogue. Relations that the grammar does not allow join nothing here.
 */
export class MapView extends MapReader {
  private readonly ended: ReadonlySet<string>;
  private readonly holders = new Map<Contract, ReadonlySet<Organisation>>();
  private paymentsByContract: ReadonlyMap<string, readonly RelationOf<"pays">[]> | undefined;
  private commissionerList: readonly Organisation[] | undefined;

  /** @param earlier what need not be worked out again is taken from there. */
  constructor(snapshot: Snapshot, log?: ReadLog, earlier?: EarlierView) {
    super(snapshot, log, earlier);
    this.ended = earlier?.hasSameLines && earlier.hasSameStatuses ? earlier.view.ended : this.findEnded();
  }

  /** The ids of the contracts that have ended. */
  get endedIds(): ReadonlySet<string> {
    return this.ended;
  }

  /** Its start, else the day that the map shows: an ISO 8601 date, or undefined with neither. */
  dateOf(contract: Contract): string | undefined {
    return contract.start ?? this.asOf;
  }

  /** Every organisation of a commissioner kind on the map. */
  commissioners(): readonly Organisation[] {
    const { organisations } = this;
    this.commissionerList ??= organisations.filter(isCommissioner);
    return this.commissionerList;
  }

  /** Terminated, or at any depth under terminated contracts only: it takes part in Drawing and Security alone. */
  isEnded(contract: Contract): boolean {
    this.readRecord(contract);
    return this.ended.has(contract.id);
  }

  /** No `under` leaves it, and its kind is none of those that are never head contracts. */
  isHeadContract(contract: Contract): boolean {
    return hasHeadContractKind(contract) && !this.has("out", "under", contract);
  }

  /** The contracts that this one is let directly under. */
  contractsAbove(contract: Contract): readonly Contract[] {
    return this.neighbours("out", "under", contract);
  }

  /** The contracts let directly under this one. */
  contractsUnder(contract: Contract): readonly Contract[] {
    return this.neighbours("in", "under", contract);
  }

  holdersOf(contract: Contract): readonly Organisation[] {
    return this.neighbours("in", "holds", contract);
  }

  isHolder(organisation: Organisation, contract: Contract): boolean {
    let holders = this.holders.get(contract);
    this.readLinks(contract);
    if (!holders) {
      holders = new Set(this.holdersOf(contract));
      this.holders.set(contract, holders);
    }
    return holders.has(organisation);
  }

  /** The relations by which a contract is held. */
  holdsOf(contract: Contract): readonly RelationOf<"holds">[] {
    return this.relationsAt("in", "holds", contract);
  }

  contractsHeldBy(organisation: Organisation): readonly Contract[] {
    return this.neighbours("out", "holds", organisation);
  }

  /** Those that `commissions` joins to the contract: organisations and forums. */
  directBuyersOf(contract: Contract): readonly Buyer[] {
    return this.neighbours("in", "commissions", contract);
  }

  /** The relations by which a contract is commissioned. */
  commissionsOf(contract: Contract): readonly RelationOf<"commissions">[] {
    return this.relationsAt("in", "commissions", contract);
  }

  /** Those that commission the contract, and the full members of the joint committees among them. */
  buyersOf(contract: Contract): readonly Buyer[] {
    const direct = this.directBuyersOf(contract);
    if (!direct.some(isJointCommittee)) return direct;
    const members = direct.filter(isJointCommittee).flatMap((committee) => this.fullMembersOf(committee));
    return this.inDocumentOrder([...direct, ...members]);
  }

  /** The contracts that `commissions` joins an organisation or forum to. */
  contractsCommissionedBy(buyer: Buyer): readonly Contract[] {
    return this.neighbours("out", "commissions", buyer);
  }

  /** Members whose standing is full or not stated. */
  fullMembersOf(body: Buyer): readonly Organisation[] {
    const members = this.relationsAt("in", "member", body);
    const full = members.flatMap(({ standing, from }) => {
      const member = standing === "associate" ? undefined : this.organisation(from);
      return member ? [member] : [];
    });
    return this.inDocumentOrder(full);
  }

  /** Those that count as members: of an organisation all, of a forum those whose standing is full or not stated. */
  membersOf(body: Buyer): readonly Organisation[] {
    return body.type === "forum" ? this.fullMembersOf(body) : this.neighbours("in", "member", body);
  }

  /** The forums of which an organisation is a full member. */
  forumsOf(organisation: Organisation): readonly Forum[] {
    const memberships = this.relationsAt("out", "member", organisation);
    const forums = memberships.flatMap(({ standing, to }) => {
      const forum = standing === "associate" ? undefined : this.forum(to);
      return forum ? [forum] : [];
    });
    return this.inDocumentOrder(forums);
  }

  /** The forums that govern a contract, fund or organisation. */
  governorsOf(governed: Contract | Fund | Organisation): readonly Forum[] {
    return this.neighbours("in", "governs", governed);
  }

  /** What a forum governs. */
  governedBy(forum: Forum): readonly (Contract | Fund | Organisation)[] {
    return this.neighbours("out", "governs", forum);
  }

  /** The organisations that it owns, wholly or in part. */
  ownedBy(organisation: Organisation): readonly Organisation[] {
    return this.neighbours("out", "owns", organisation);
  }

  /** The relations by which an organisation is owned. */
  ownershipsOf(organisation: Organisation): readonly RelationOf<"owns">[] {
    return this.relationsAt("in", "owns", organisation);
  }

  /** The organisations that own it. */
  parentsOf(organisation: Organisation): readonly Organisation[] {
    return this.neighbours("in", "owns", organisation);
  }

  /** A joint venture, or a company or limited liability partnership with at least one parent. */
  isVehicle(organisation: Organisation): boolean {
    return (
      organisation.kind === "joint-venture" ||
      (hasCompanyForm(organisation) && this.has("in", "owns", organisation))
    );
  }

  /** The organisations that guarantee an organisation or a contract. */
  guarantorsOf(guaranteed: Organisation | Contract): readonly Organisation[] {
    return this.neighbours("in", "guarantees", guaranteed);
  }

  delegationsTo(receiver: Buyer): readonly RelationOf<"delegates">[] {
    return this.relationsAt("in", "delegates", receiver);
  }

  delegationsFrom(giver: Organisation): readonly RelationOf<"delegates">[] {
    return this.relationsAt("out", "delegates", giver);
  }

  /** The money that reaches a fund or an organisation, leaving out what is paid for a contract that has ended. */
  paymentsTo(payee: Payer): readonly RelationOf<"pays">[] {
    return this.withoutEnded(this.relationsAt("in", "pays", payee));
  }

  /** The money that a fund or an organisation pays out, leaving out what is paid for a contract that has ended. */
  paymentsFrom(payer: Payer): readonly RelationOf<"pays">[] {
    return this.withoutEnded(this.relationsAt("out", "pays", payer));
  }

  /** The money that is drawn as paid for a contract, whoever pays it. */
  paymentsFor(contract: Contract): readonly RelationOf<"pays">[] {
    this.readLinks(contract);
    this.paymentsByContract ??= grouped(this.snapshot.map.relations, (relation) =>
      relation.type === "pays" && this.isAllowed(relation) ? relation.contract : undefined,
    ) as ReadonlyMap<string, readonly RelationOf<"pays">[]>;
    return this.paymentsByContract.get(contract.id) ?? [];
  }

  /** Those that pay into a fund or to an organisation, leaving out what is paid for a contract that has ended. */
  payersOf(payee: Payer): readonly Payer[] {
    if (this.ended.size === 0) return this.neighbours("in", "pays", payee);
    return this.inDocumentOrder(this.paymentsTo(payee).map(({ from }) => this.element(from) as Payer));
  }

  private withoutEnded(payments: readonly RelationOf<"pays">[]): readonly RelationOf<"pays">[] {
    if (this.ended.size === 0) return payments;
    return payments.filter(({ contract }) => {
      const paidFor = this.contract(contract);
      return !paidFor || !this.ended.has(paidFor.id);
    });
  }

  private findEnded(): ReadonlySet<string> {
    return endedContracts(
      this.snapshot.map.elements.filter(isTerminated),
      (contract) => this.contractsAbove(contract),
      (contract) => this.contractsUnder(contract),
    );
  }
}

function grouped(
  relations: readonly Relation[],
  keyOf: (relation: Relation) => string | undefined,
): ReadonlyMap<string, readonly Relation[]> {
  const groups = new Map<string, Relation[]>();
  for (const relation of relations) {
    const key = keyOf(relation);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(relation);
    else groups.set(key, [relation]);
  }
  return groups;
}

function isTerminated(element: MapElement): element is Contract {
  return element.type === "contract" && element.status === "terminated";
}

function isJointCommittee(buyer: Buyer): buyer is Forum {
  return buyer.type === "forum" && buyer.kind === "joint-committee";
}
