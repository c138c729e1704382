import type { ContractKind } from "../../shared/model/contractTerms.ts";
import type { ElementType } from "../../shared/model/element.ts";
import type { ForumKind } from "../../shared/model/forumTerms.ts";
import type { FundKind } from "../../shared/model/fundTerms.ts";
import type { OrganisationKind } from "../../shared/model/organisationKind.ts";
import type { Regime } from "../../shared/model/systemMap.ts";

/** The shape of an item's icon: that of the card it makes. */
export type PaletteShape =
  | "square"
  | "plain"
  | "rounded"
  | "cut-corners"
  | "document"
  | "cylinder"
  | "arrow"
  | "hexagon"
  | "frame"
  | "sticky";

export const PALETTE_GROUPS = [
  "Commissioners",
  "Providers",
  "Vehicles",
  "Contracts and money",
  "Governance",
  "Other bodies",
] as const;
export type PaletteGroup = (typeof PALETTE_GROUPS)[number];

/** Something that can be added to the map: a card, or (a money flow) a connection between two cards. */
export interface PaletteItem {
  readonly id: string;
  readonly group: PaletteGroup;
  readonly label: string;
  readonly shape: PaletteShape;
  /** Two to four letters within the icon where names have no room and others have the same shape. */
  readonly initials?: string;
  /** The key that arms it, with the focus on the canvas. */
  readonly key?: string;
  readonly makes:
    | { readonly type: Exclude<ElementType, "place" | "note">; readonly kind: string }
    | { readonly type: "place" | "note" }
    | { readonly relation: "pays" };
  /** The name that it starts with, where the kind settles it. */
  readonly startName?: string;
  /** Other words under which people look for it. */
  readonly alsoCalled?: string;
  /** Found by searching, but not listed: the less common kinds. */
  readonly onlyInSearch?: true;
  /** Listed under this body of law only. */
  readonly regime?: Regime;
}

type Listed = Omit<PaletteItem, "id" | "group" | "shape" | "makes">;

function cards<K extends string>(
  type: Exclude<ElementType, "place" | "note">,
  group: PaletteGroup,
  shape: PaletteShape,
  kinds: Readonly<Partial<Record<K, Listed>>>,
): readonly PaletteItem[] {
  return Object.entries<Listed | undefined>(kinds).flatMap(([kind, listed]) =>
    listed === undefined ? [] : [{ ...listed, id: `${type}/${kind}`, group, shape, makes: { type, kind } }],
  );
}

const COMMISSIONERS = cards<OrganisationKind>("organisation", "Commissioners", "square", {
  ccg: {
    label: "CCG",
    initials: "CCG",
    key: "S",
    alsoCalled: "clinical commissioning group",
    regime: "england-2012",
  },
  icb: {
    label: "ICB",
    initials: "ICB",
    key: "S",
    alsoCalled: "integrated care board",
    regime: "england-2022",
  },
  "local-authority": {
    label: "Local authority",
    initials: "LA",
    key: "L",
    alsoCalled: "council county city borough district unitary social services public health department",
  },
  "nhs-england": {
    label: "NHS England",
    initials: "NHSE",
    key: "E",
    startName: "NHS England",
    alsoCalled: "NHSE",
  },
});

const PROVIDERS = cards<OrganisationKind>("organisation", "Providers", "rounded", {
  "foundation-trust": {
    label: "Foundation trust",
    initials: "FT",
    key: "F",
    alsoCalled: "NHS FT acute mental health community hospital ambulance infirmary",
  },
  "nhs-trust": {
    label: "NHS trust",
    initials: "NHS",
    key: "T",
    alsoCalled: "hospital ambulance acute community mental health infirmary",
  },
  "gp-practice": {
    label: "GP practice",
    initials: "GP",
    key: "G",
    alsoCalled: "general practice surgery doctor clinic health centre primary care",
  },
  "gp-federation": { label: "GP federation", initials: "Fed", alsoCalled: "general practice" },
  "gp-super-partnership": {
    label: "GP super-partnership",
    alsoCalled: "general practice super-practice",
    onlyInSearch: true,
  },
  "primary-care-network": { label: "Primary care network", alsoCalled: "PCN", onlyInSearch: true },
  "voluntary-organisation": {
    label: "Voluntary sector",
    initials: "Vol",
    key: "V",
    alsoCalled: "charity hospice third sector VCSE CVS carers faith community group",
  },
  "independent-provider": {
    label: "Independent provider",
    initials: "Ind",
    key: "I",
    alsoCalled:
      "private company pharmacy pharmacist chemist dentist dental practice optician optometrist clinic laboratory social enterprise CIC out of hours 111",
  },
  "care-provider": {
    label: "Care provider",
    alsoCalled: "care home domiciliary residential nursing home social care hospice",
    onlyInSearch: true,
  },
});

const VEHICLES = cards<OrganisationKind>("organisation", "Vehicles", "cut-corners", {
  "joint-venture": {
    label: "Joint venture or LLP",
    initials: "JV",
    key: "J",
    alsoCalled: "special purpose vehicle SPV limited liability partnership company",
  },
  alliance: { label: "Alliance", initials: "All", key: "A", alsoCalled: "place based partnership" },
  "provider-collaborative": {
    label: "Provider collaborative",
    alsoCalled: "acute mental health network",
    onlyInSearch: true,
  },
  integrator: {
    label: "Integrator",
    alsoCalled: "co-ordinator ACO accountable care organisation lead provider",
    onlyInSearch: true,
  },
});

const CONTRACTS = cards<ContractKind>("contract", "Contracts and money", "document", {
  "nhs-standard": { label: "Contract", initials: "Con", key: "K", alsoCalled: "NHS standard contract" },
  "sub-contract": { label: "Sub-contract", initials: "Sub", key: "U" },
  "prime-provider": { label: "Prime provider contract", onlyInSearch: true },
  "prime-contractor": { label: "Prime contractor contract", onlyInSearch: true },
  alliance: { label: "Alliance contract", onlyInSearch: true },
  gms: { label: "GMS contract", alsoCalled: "general medical services", onlyInSearch: true },
  pms: { label: "PMS contract", alsoCalled: "personal medical services", onlyInSearch: true },
  apms: { label: "APMS contract", alsoCalled: "alternative provider medical services", onlyInSearch: true },
  "mcp-virtual": { label: "Virtual MCP contract", onlyInSearch: true },
  "mcp-partially-integrated": { label: "Partially integrated MCP contract", onlyInSearch: true },
  "mcp-fully-integrated": {
    label: "Fully integrated MCP contract",
    alsoCalled: "multispecialty community provider ACO ICP integrated care provider",
    onlyInSearch: true,
  },
  "integrated-health-organisation": {
    label: "Integrated health organisation contract",
    alsoCalled: "IHO",
    onlyInSearch: true,
  },
  "section-75-provision": {
    label: "Section 75 provision agreement",
    alsoCalled: "s75 social care",
    onlyInSearch: true,
  },
  grant: { label: "Grant", alsoCalled: "voluntary sector funding", onlyInSearch: true },
  memorandum: { label: "Memorandum of understanding", alsoCalled: "MOU", onlyInSearch: true },
  framework: { label: "Framework agreement", onlyInSearch: true },
  other: { label: "Other contract", onlyInSearch: true },
});

const FUNDS = cards<FundKind>("fund", "Contracts and money", "cylinder", {
  pooled: { label: "Pooled budget", key: "P", alsoCalled: "section 75 s75 better care fund BCF" },
  aligned: { label: "Aligned budget", onlyInSearch: true },
  capitated: { label: "Capitated budget", onlyInSearch: true },
  programme: { label: "Programme budget", onlyInSearch: true },
  transformation: { label: "Transformation fund", onlyInSearch: true },
});

const MONEY_FLOW: PaletteItem = {
  id: "pays",
  group: "Contracts and money",
  label: "Money flow",
  shape: "arrow",
  key: "M",
  makes: { relation: "pays" },
  alsoCalled: "pays payment",
};

const FORUMS = cards<ForumKind>("forum", "Governance", "hexagon", {
  "programme-board": { label: "Board or committee", key: "B", alsoCalled: "programme board" },
  "joint-committee": { label: "Joint committee", onlyInSearch: true },
  "committees-in-common": { label: "Committees in common", onlyInSearch: true },
  "alliance-board": { label: "Alliance board", alsoCalled: "leadership", onlyInSearch: true },
  "partnership-board": { label: "Partnership board", onlyInSearch: true },
  "advisory-board": { label: "Advisory board", onlyInSearch: true },
  "operational-board": { label: "Operational board", onlyInSearch: true },
  "health-and-wellbeing-board": {
    label: "Health and wellbeing board",
    alsoCalled: "HWB",
    onlyInSearch: true,
  },
  "citizens-board": { label: "Citizens’ board", onlyInSearch: true },
  "working-group": { label: "Working group", onlyInSearch: true },
});

const OTHERS = cards<OrganisationKind>("organisation", "Other bodies", "plain", {
  "commissioning-support": {
    label: "Commissioning support unit",
    alsoCalled: "CSU",
    onlyInSearch: true,
  },
  regulator: { label: "Regulator", alsoCalled: "Monitor CQC NHS Improvement Ofsted", onlyInSearch: true },
  "public-body": {
    label: "Public body",
    alsoCalled:
      "police fire prison probation school college university Healthwatch government department combined authority",
    onlyInSearch: true,
  },
  other: {
    label: "Other organisation",
    alsoCalled: "housing association landlord employer business leisure transport",
    onlyInSearch: true,
  },
});

/** What stands for a body whose kind is not listed. */
export const OTHER_ORGANISATION = "organisation/other";

/** Everything that can be added, in the order in which it is listed. */
export const PALETTE_ITEMS: readonly PaletteItem[] = [
  ...COMMISSIONERS,
  ...PROVIDERS,
  ...VEHICLES,
  ...CONTRACTS,
  ...FUNDS,
  MONEY_FLOW,
  ...FORUMS,
  {
    id: "place",
    group: "Governance",
    label: "Place or footprint",
    shape: "frame",
    key: "W",
    makes: { type: "place" },
    alsoCalled: "locality neighbourhood area",
  },
  {
    id: "note",
    group: "Governance",
    label: "Note",
    shape: "sticky",
    key: "N",
    makes: { type: "note" },
    alsoCalled: "sticky comment",
  },
  ...OTHERS,
];

/** The item with this id. */
export function paletteItem(id: string): PaletteItem | undefined {
  return PALETTE_ITEMS.find((item) => item.id === id);
}

/** All kinds, common or not, that there are under a body of law. */
export function itemsUnder(regime: Regime): readonly PaletteItem[] {
  return PALETTE_ITEMS.filter((item) => item.regime === undefined || item.regime === regime);
}

/** The common kinds, of the map's body of law. */
export function listedItems(regime: Regime): readonly PaletteItem[] {
  return itemsUnder(regime).filter((item) => item.onlyInSearch !== true);
}

/** The item that a key arms on a map under this body of law. */
export function itemForKey(key: string, regime: Regime): PaletteItem | undefined {
  return listedItems(regime).find((item) => item.key === key.toUpperCase());
}
