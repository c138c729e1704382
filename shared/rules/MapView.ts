import type { Snapshot } from "../document/snapshot.ts";
import type { Contract, Forum, Fund, MapElement, Organisation } from "../model/element.ts";
import type { Relation, RelationOf, RelationType } from "../model/relation.ts";
import type { Regime } from "../model/systemMap.ts";
import { Adjacency, type Direction } from "./Adjacency.ts";
import { endedContracts } from "./endedContracts.ts";
import type { ReadLog } from "./ReadLog.ts";
import type { Identified } from "./rule.ts";
import { hasCompanyForm, hasHeadContractKind, isCommissioner } from "./terms.ts";

type Payer = Organisation | Fund;
type Buyer = Organisation | Forum;

/** A view, with the same log, of a map with the same elements in the same order. */
export interface EarlierView {
  readonly view: MapView;
  /** Whether the lines between the elements are the same: only what the records say may differ. */
  readonly hasSameLines: boolean;
  /** Whether the contracts have the same status. */
  readonly hasSameStatuses: boolean;
}

/**
 * A snapshot as the rules read it: every neighbour at hand, in the words of the rule catalogue. Lists are in document
 * order, each element once. Relations that the grammar does not allow show only in `isConnected` and `isAllowed`.
 */
export class MapView {
  readonly regime: Regime;
  /** The day that the map shows; undefined where it is not stated. */
  readonly asOf: string | undefined;
  private readonly snapshot: Snapshot;
  private readonly numbers: ReadonlyMap<string, number>;
  private readonly adjacency: Adjacency;
  private readonly ended: ReadonlySet<string>;
  private readonly holders = new Map<Contract, ReadonlySet<Organisation>>();
  private readonly log: ReadLog | undefined;
  /** By number of an element, its slot in the log. */
  private readonly slots: Int32Array | undefined;
  private relationNumbers: ReadonlyMap<string, number> | undefined;
  private organisationList: readonly Organisation[] | undefined;
  private contractList: readonly Contract[] | undefined;
  private paymentsByContract: ReadonlyMap<string, readonly RelationOf<"pays">[]> | undefined;
  private commissionerList: readonly Organisation[] | undefined;
  private lastElement: MapElement | undefined;
  private lastNumber = -1;

  /** @param earlier what need not be worked out again is taken from there. */
  constructor(snapshot: Snapshot, log?: ReadLog, earlier?: EarlierView) {
    const { elements, relations, regime, asOf } = snapshot.map;
    const before = earlier?.view;
    this.snapshot = snapshot;
    this.regime = regime;
    this.asOf = asOf;
    const numbers = before?.numbers ?? numbered(elements);
    this.numbers = numbers;
    this.adjacency =
      before && earlier?.hasSameLines
        ? before.adjacency.withRecords(elements, relations)
        : Adjacency.of(elements, relations, (id) => numbers.get(id), before?.adjacency);
    this.ended = before && earlier?.hasSameLines && earlier.hasSameStatuses ? before.ended : this.findEnded();
    this.slots = before?.slots ?? (log && Int32Array.from(elements, ({ id }) => log.slotOf(id)));
    this.log = log;
  }

  get elements(): readonly MapElement[] {
    this.log?.readList("elements");
    return this.snapshot.map.elements;
  }

  get relations(): readonly Relation[] {
    this.log?.readList("relations");
    return this.snapshot.map.relations;
  }

  get organisations(): readonly Organisation[] {
    this.log?.readList("organisations");
    this.organisationList ??= this.snapshot.map.elements.filter((element) => element.type === "organisation");
    return this.organisationList;
  }

  get contracts(): readonly Contract[] {
    this.log?.readList("contracts");
    this.contractList ??= this.snapshot.map.elements.filter((element) => element.type === "contract");
    return this.contractList;
  }

  /** The allowed relations of a type. */
  relationsOfType<T extends RelationType>(type: T): readonly RelationOf<T>[] {
    return this.relations.filter(
      (relation) => relation.type === type && this.adjacency.isAllowed(relation),
    ) as Relation[] as RelationOf<T>[];
  }

  get unreadable(): Snapshot["unreadable"] {
    this.log?.readList("unreadable");
    return this.snapshot.unreadable;
  }

  /** The ids of the contracts that have ended. */
  get endedIds(): ReadonlySet<string> {
    return this.ended;
  }

  element(id: string | undefined): MapElement | undefined {
    if (id === undefined) return undefined;
    this.log?.readRecord(this.log.slotOf(id));
    const number = this.numbers.get(id);
    return number === undefined ? undefined : this.snapshot.map.elements[number];
  }

  organisation(id: string | undefined): Organisation | undefined {
    const element = this.element(id);
    return element?.type === "organisation" ? element : undefined;
  }

  contract(id: string | undefined): Contract | undefined {
    const element = this.element(id);
    return element?.type === "contract" ? element : undefined;
  }

  fund(id: string | undefined): Fund | undefined {
    const element = this.element(id);
    return element?.type === "fund" ? element : undefined;
  }

  forum(id: string | undefined): Forum | undefined {
    const element = this.element(id);
    return element?.type === "forum" ? element : undefined;
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

  /** Whether any relation, allowed or not, ends at the element. */
  isConnected(element: MapElement): boolean {
    this.readLinks(element);
    return this.adjacency.isConnected(this.numberOf(element));
  }

  /** Whether the ends of the relation are of the types that its type asks for. */
  isAllowed(relation: Relation): boolean {
    return this.adjacency.isAllowed(relation);
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
      relation.type === "pays" && this.adjacency.isAllowed(relation) ? relation.contract : undefined,
    ) as ReadonlyMap<string, readonly RelationOf<"pays">[]>;
    return this.paymentsByContract.get(contract.id) ?? [];
  }

  /** Those that pay into a fund or to an organisation, leaving out what is paid for a contract that has ended. */
  payersOf(payee: Payer): readonly Payer[] {
    if (this.ended.size === 0) return this.neighbours("in", "pays", payee);
    return this.inDocumentOrder(this.paymentsTo(payee).map(({ from }) => this.element(from) as Payer));
  }

  /** In the order of the file, elements before relations, each once. */
  inDocumentOrder<T extends Identified>(items: readonly T[]): readonly T[] {
    if (items.length < 2) return items;
    const place = ({ id }: T) =>
      this.numbers.get(id) ?? this.snapshot.map.elements.length + this.relationNumber(id);
    return [...new Set(items)].sort((a, b) => place(a) - place(b));
  }

  private withoutEnded(payments: readonly RelationOf<"pays">[]): readonly RelationOf<"pays">[] {
    if (this.ended.size === 0) return payments;
    return payments.filter(({ contract }) => {
      const paidFor = this.contract(contract);
      return !paidFor || !this.ended.has(paidFor.id);
    });
  }

  private relationNumber(id: string): number {
    this.relationNumbers ??= new Map(
      this.snapshot.map.relations.map((relation, number) => [relation.id, number]),
    );
    return this.relationNumbers.get(id) ?? this.snapshot.map.relations.length;
  }

  /** Several questions about one element follow one another, so the last answer is kept. */
  private numberOf(element: MapElement): number {
    if (element !== this.lastElement) {
      this.lastNumber = this.numbers.get(element.id) ?? -1;
      this.lastElement = element;
    }
    return this.lastNumber;
  }

  /** The grammar settles of what type the neighbours by allowed relations are. */
  private neighbours<E extends MapElement>(
    direction: Direction,
    type: RelationType,
    element: MapElement,
  ): readonly E[] {
    const found = this.adjacency.neighbours(direction, type, this.numberOf(element)) as readonly E[];
    if (this.log) {
      this.readLinks(element);
      for (const neighbour of found)
        this.log.readRecord(this.slots?.[this.numbers.get(neighbour.id) ?? 0] ?? 0);
    }
    return found;
  }

  private relationsAt<T extends RelationType>(
    direction: Direction,
    type: T,
    element: MapElement,
  ): readonly RelationOf<T>[] {
    this.readLinks(element);
    return this.adjacency.relationsAt(direction, type, this.numberOf(element)) as readonly RelationOf<T>[];
  }

  private has(direction: Direction, type: RelationType, element: MapElement): boolean {
    this.readLinks(element);
    return this.adjacency.has(direction, type, this.numberOf(element));
  }

  private readRecord(element: MapElement): void {
    if (this.log) this.log.readRecord(this.slots?.[this.numberOf(element)] ?? this.log.slotOf(element.id));
  }

  private readLinks(element: MapElement): void {
    if (this.log) this.log.readLinks(this.slots?.[this.numberOf(element)] ?? this.log.slotOf(element.id));
  }

  private findEnded(): ReadonlySet<string> {
    return endedContracts(
      this.snapshot.map.elements.filter(isTerminated),
      (contract) => this.contractsAbove(contract),
      (contract) => this.contractsUnder(contract),
    );
  }
}

function numbered(elements: readonly MapElement[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (let number = 0; number < elements.length; number++) {
    numbers.set((elements[number] as MapElement).id, number);
  }
  return numbers;
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
