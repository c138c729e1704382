import type { ElementType } from "../../../shared/model/element.ts";
import type { RelationType } from "../../../shared/model/relation.ts";

/** What has fields: an element, a relation, or the map itself. */
export type RecordType = ElementType | RelationType | "map";

/** What a field asks for, by its name in the format; a record type’s own words go before these. */
const HELP: Readonly<Record<string, string>> = {
  name: "What people in the room call it. The full legal name can go into the notes.",
  kind: "What it is in law or by its job. The kind decides its shape on the map and which rules look at it.",
  notes: "Anything worth keeping that has no field of its own. Shown to everybody who can open the map.",
  source: "Where the facts come from: a document and page, a meeting, a person.",
  proposed: "Tick Yes while it is an idea. It is drawn dashed until it is agreed.",
  place: "The area it belongs to. The area’s population is used for figures a head.",
  position:
    "Where its top left corner lies, in map units. Dragging the card, or the arrow keys, change it too.",
  size: "How wide and high it is drawn, in map units.",
  label: "Words for its line on the map, where the usual ones do not say enough.",
  services:
    "The services it is about. Leave it not stated unless somebody has said which; ticking none says that there are none.",
  legalForm:
    "What it is as a legal person. Only a legal person can sign a contract. For some kinds the kind settles it.",
  odsCode: "Its code in the national directory of NHS organisations, such as RGT for a trust.",
  population: "How many people it answers for: registered patients or residents. Used for figures a head.",
  annualIncome:
    "All its income in a year, in pounds, from its accounts. Used to show how much depends on one contract.",
  netAssets:
    "What it owns less what it owes, in pounds. It may be below zero. It shows what the body could lose before others must step in.",
  status: "How far the contract has come. Rules about how it was let speak from “Awarded” on.",
  annualValue:
    "What the commissioner pays in one year, in pounds. Left out, it follows from total value and term.",
  totalValue:
    "What is paid over the whole term, extensions included, in pounds. Left out, it follows from annual value and term.",
  start: "The first day of the term.",
  termMonths: "How long it runs without extensions, in months or years.",
  extensionMonths: "By how much it may be prolonged at the end of its term.",
  procurement:
    "How the holder was chosen. The routes of the Provider Selection Regime exist under the 2022 Act only.",
  advertised: "Whether the market was told, by a contract notice or a prior information notice.",
  payment: "What the money is paid for: a lump sum, each treatment, each head, or results.",
  outcomePercent: "The share of the payment that the holder gets only if agreed results are reached.",
  outcomeMeasures: "How many measures decide about the share that is paid on outcomes.",
  riskShare: "Who bears it when care costs more, or less, than the price.",
  gainSharePercent: "What part of a saving the holder keeps. The rest goes back to the commissioner.",
  estimatedAnnualCost: "What the service is thought to cost in a year, in pounds: to compare with the price.",
  priceCeiling: "The most that bidders were told the commissioner would pay over the whole term, in pounds.",
  assurance:
    "Steps of the national check on novel contracts (integrated support and assurance process) that have been passed.",
  form: "Whether it is written on the national NHS standard contract or in its own words.",
  returnRight:
    "Whether practices that give up their core contract (GMS or PMS) may take it back when this one ends.",
  consultation:
    "Who must involve the public in changes. The duty stays with the commissioner by law (NHS Act 2006, sections 13Q, 14Z2 and 14Z45).",
  annualAmount: "How much money moves in a year, in pounds. Not stated is drawn as a thin line.",
  recurrent: "Yes: paid every year. No: paid once, such as money to start with.",
  contract: "The contract that this money is paid for.",
  percent: "What part of the body this owner holds. The shares of all its owners make 100%.",
  limit: "The most that the guarantor would have to pay, in pounds. Not stated means without limit.",
  function: "What is handed over to be done in the giver’s name. The giver stays answerable in law.",
  level: "How far it goes, from a seat at the table to a full transfer.",
  legalBasis: "The section of an Act that allows it. Without one the agreement may not bind.",
  lead: "Whether this one speaks and signs for the others.",
  standing: "Whether the member votes.",
  votes: "How many votes the member has, where votes are weighted.",
  decisionRule: "How many must agree before the board has decided.",
  text: "What the note says.",
  colour: "The colour of the note, as in the map file.",
  title: "What the map is called, on its exports too.",
  regime: "The Act whose rules the map is checked by. Before another is taken, you see what would change.",
  asOf: "The day that the map shows. What is left of a contract’s term is reckoned from it.",
  marking: "Stands on every page of an export. It does not limit who can open the map.",
  findingsShownTo: "Whether everybody sees what the rules find, or only facilitators.",
};

type OwnHelp = Partial<Record<RecordType, Readonly<Record<string, string>>>>;

const OWN_HELP: OwnHelp = {
  organisation: {
    services:
      "What it delivers itself, with its own staff. Services that it passes on to others do not belong here.",
  },
  contract: {
    services: "What care the contract covers.",
    kind: "The model of contract. It decides who may hold it and what must stand beside it.",
  },
  fund: {
    kind: "How the money of several bodies is brought together. Only a pooled budget is one purse in law.",
    legalBasis:
      "The section of an Act that lets bodies put their money together. A pool of NHS and council money needs section 75 of the NHS Act 2006.",
    annualAmount: "How much is in the fund in a year, in pounds.",
    services: "What the money may be spent on.",
  },
  forum: {
    kind: "What sort of meeting it is. It decides whether the meeting can bind its members or only advise.",
  },
  place: {
    kind: "How large an area: a footprint holds localities, a locality holds neighbourhoods.",
    population: "How many people live there. Used for figures a head of the contracts in it.",
  },
  commissions: { lead: "Whether this buyer signs and manages the contract for the other buyers." },
  holds: { lead: "Whether this holder answers to the commissioner for the other holders." },
  pays: { services: "Which services the money is for." },
  delegates: {
    legalBasis:
      "The section of an Act by which it is handed over. NHS and council functions need section 75 of the NHS Act 2006.",
  },
};

/** What a field of a record asks for, in a sentence or two; undefined for a field that needs none. */
export function fieldHelp(recordType: string, field: string): string | undefined {
  const own = Object.hasOwn(OWN_HELP, recordType) ? OWN_HELP[recordType as RecordType] : undefined;
  if (own !== undefined && Object.hasOwn(own, field)) return own[field];
  return Object.hasOwn(HELP, field) ? HELP[field] : undefined;
}
