import type { Snapshot } from "../document/snapshot.ts";
import type { Contract, Forum, Fund, MapElement, Organisation } from "../model/element.ts";
import type { Relation, RelationOf } from "../model/relation.ts";
import type { Regime } from "../model/systemMap.ts";
import { Adjacency } from "./Adjacency.ts";
import { endedContracts } from "./endedContracts.ts";
import type { Identified } from "./rule.ts";
import { hasCompanyForm, hasHeadContractKind, isCommissioner } from "./terms.ts";

type Payer = Organisation | Fund;

/**
 * A snapshot as the rules read it: every neighbour at hand, in the words of the rule catalogue. Lists are in document
 * order, each element once. Relations that the grammar does not allow show only in `isConnected` and `isAllowed`.
 */
export class MapView {
  readonly regime: Regime;
  readonly elements: readonly MapElement[];
  readonly relations: readonly Relation[];
  readonly organisations: readonly Organisation[];
  readonly contracts: readonly Contract[];
  readonly funds: readonly Fund[];
  readonly forums: readonly Forum[];
  readonly unreadable: Snapshot["unreadable"];
  private readonly elementById: ReadonlyMap<string, MapElement>;
  private readonly adjacency: Adjacency;
  private readonly ended: ReadonlySet<string>;
  private readonly holders = new Map<string, ReadonlySet<Organisation>>();
  private order: ReadonlyMap<string, number> | undefined;
  private commissionerList: readonly Organisation[] | undefined;

  constructor(snapshot: Snapshot) {
    const { elements, relations, regime } = snapshot.map;
    this.regime = regime;
    this.elements = elements;
    this.relations = relations;
    this.elementById = snapshot.elementById;
    this.unreadable = snapshot.unreadable;
    this.adjacency = new Adjacency(relations, snapshot.elementById);
    this.organisations = elements.filter((element) => element.type === "organisation");
    this.contracts = elements.filter((element) => element.type === "contract");
    this.funds = elements.filter((element) => element.type === "fund");
    this.forums = elements.filter((element) => element.type === "forum");
    this.ended = endedContracts(this.contracts, (contract) => this.contractsAbove(contract));
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

  element(id: string | undefined): MapElement | undefined {
    return id === undefined ? undefined : this.elementById.get(id);
  }

  /** Every organisation of a commissioner kind on the map. */
  commissioners(): readonly Organisation[] {
    this.commissionerList ??= this.organisations.filter(isCommissioner);
    return this.commissionerList;
  }

  /** Whether any relation, allowed or not, ends at the element. */
  isConnected(element: MapElement): boolean {
    return this.adjacency.isConnected(element.id);
  }

  /** Whether the ends of the relation are of the types that its type asks for. */
  isAllowed(relation: Relation): boolean {
    return this.adjacency.isAllowed(relation);
  }

  /** Terminated, or at any depth under terminated contracts only: it takes part in Drawing and Security alone. */
  isEnded(contract: Contract): boolean {
    return this.ended.has(contract.id);
  }

  /** No `under` leaves it, and its kind is none of those that are never head contracts. */
  isHeadContract(contract: Contract): boolean {
    return hasHeadContractKind(contract) && this.adjacency.from("under", contract.id).length === 0;
  }

  /** The contracts that this one is let directly under. */
  contractsAbove(contract: Contract): readonly Contract[] {
    return this.ends<Contract>(this.adjacency.from("under", contract.id), "to");
  }

  /** The contracts let directly under this one. */
  contractsUnder(contract: Contract): readonly Contract[] {
    return this.ends<Contract>(this.adjacency.to("under", contract.id), "from");
  }

  holdersOf(contract: Contract): readonly Organisation[] {
    return this.ends<Organisation>(this.adjacency.to("holds", contract.id), "from");
  }

  isHolder(organisation: Organisation, contract: Contract): boolean {
    let holders = this.holders.get(contract.id);
    if (!holders) {
      holders = new Set(this.holdersOf(contract));
      this.holders.set(contract.id, holders);
    }
    return holders.has(organisation);
  }

  /** The relations by which a contract is held. */
  holdsOf(contract: Contract): readonly RelationOf<"holds">[] {
    return this.adjacency.to("holds", contract.id);
  }

  contractsHeldBy(organisation: Organisation): readonly Contract[] {
    return this.ends<Contract>(this.adjacency.from("holds", organisation.id), "to");
  }

  /** Those that `commissions` joins to the contract: organisations and forums. */
  directBuyersOf(contract: Contract): readonly (Organisation | Forum)[] {
    return this.ends<Organisation | Forum>(this.adjacency.to("commissions", contract.id), "from");
  }

  /** The relations by which a contract is commissioned. */
  commissionsOf(contract: Contract): readonly RelationOf<"commissions">[] {
    return this.adjacency.to("commissions", contract.id);
  }

  /** Those that commission the contract, and the full members of the joint committees among them. */
  buyersOf(contract: Contract): readonly (Organisation | Forum)[] {
    const direct = this.directBuyersOf(contract);
    const members = direct.flatMap((buyer) =>
      buyer.type === "forum" && buyer.kind === "joint-committee" ? this.fullMembersOf(buyer) : [],
    );
    return members.length === 0 ? direct : this.inDocumentOrder([...direct, ...members]);
  }

  /** The contracts that `commissions` joins an organisation or forum to. */
  contractsCommissionedBy(buyer: Organisation | Forum): readonly Contract[] {
    return this.ends<Contract>(this.adjacency.from("commissions", buyer.id), "to");
  }

  /** Members whose standing is full or not stated. */
  fullMembersOf(body: Forum | Organisation): readonly Organisation[] {
    const full = this.adjacency.to("member", body.id).filter(({ standing }) => standing !== "associate");
    return this.ends<Organisation>(full, "from");
  }

  /** The organisations that own it. */
  parentsOf(organisation: Organisation): readonly Organisation[] {
    return this.ends<Organisation>(this.adjacency.to("owns", organisation.id), "from");
  }

  /** A joint venture, or a company or limited liability partnership with at least one parent. */
  isVehicle(organisation: Organisation): boolean {
    return (
      organisation.kind === "joint-venture" ||
      (hasCompanyForm(organisation) && this.adjacency.to("owns", organisation.id).length > 0)
    );
  }

  /** The organisations that guarantee an organisation or a contract. */
  guarantorsOf(guaranteed: Organisation | Contract): readonly Organisation[] {
    return this.ends<Organisation>(this.adjacency.to("guarantees", guaranteed.id), "from");
  }

  delegationsTo(receiver: Organisation | Forum): readonly RelationOf<"delegates">[] {
    return this.adjacency.to("delegates", receiver.id);
  }

  /** Those that pay into a fund or to an organisation, leaving out what is paid for a contract that has ended. */
  payersOf(payee: Payer): readonly Payer[] {
    return this.ends<Payer>(this.livePays(this.adjacency.to("pays", payee.id)), "from");
  }

  /** Those that a fund or an organisation pays, leaving out what is paid for a contract that has ended. */
  payeesOf(payer: Payer): readonly Payer[] {
    return this.ends<Payer>(this.livePays(this.adjacency.from("pays", payer.id)), "to");
  }

  /** In the order of the file, elements before relations, each once. */
  inDocumentOrder<T extends Identified>(items: readonly T[]): readonly T[] {
    if (items.length < 2) return items;
    this.order ??= new Map([...this.elements, ...this.relations].map(({ id }, index) => [id, index]));
    const order = this.order;
    const place = (item: T) => order.get(item.id) ?? order.size;
    return [...new Set(items)].sort((a, b) => place(a) - place(b));
  }

  private livePays(pays: readonly RelationOf<"pays">[]): readonly RelationOf<"pays">[] {
    if (this.ended.size === 0) return pays;
    return pays.filter(({ contract }) => contract === undefined || !this.ended.has(contract));
  }

  /** The grammar settles of what type the ends of an allowed relation are. */
  private ends<E extends MapElement>(relations: readonly Relation[], end: "from" | "to"): readonly E[] {
    const elements: E[] = [];
    for (const relation of relations) elements.push(this.elementById.get(relation[end]) as E);
    return this.inDocumentOrder(elements);
  }
}
