import { type LibraryEntry, libraryEntry } from "../LibraryEntry.ts";
import alliance from "../maps/alliance.map.json" with { type: "json" };
import blank from "../maps/blank.map.json" with { type: "json" };
import contractualJointVenture from "../maps/contractual-joint-venture.map.json" with { type: "json" };
import corporateJointVenture from "../maps/corporate-joint-venture.map.json" with { type: "json" };
import fullIntegration from "../maps/full-integration.map.json" with { type: "json" };
import leadProviderSystem from "../maps/lead-provider-system.map.json" with { type: "json" };
import merger from "../maps/merger.map.json" with { type: "json" };
import partialIntegration from "../maps/partial-integration.map.json" with { type: "json" };
import primeContract from "../maps/prime-contract.map.json" with { type: "json" };
import primeProvider from "../maps/prime-provider.map.json" with { type: "json" };
import section75Pool from "../maps/section-75-pool.map.json" with { type: "json" };
import subContracting from "../maps/sub-contracting.map.json" with { type: "json" };
import virtualIntegration from "../maps/virtual-integration.map.json" with { type: "json" };
import { PUBLICATIONS } from "../publications.ts";

/** Contract models and organisational forms without names and figures, to start from. */
export const TEMPLATES: readonly LibraryEntry[] = [
  libraryEntry(blank, {
    name: "blank",
    title: "Blank map",
    kind: "template",
    theme: "templates",
    summary: "An empty map under the rules of today.",
    teaches: "Start here where no model fits.",
    source: "",
  }),
  libraryEntry(primeContract, {
    name: "prime-contract",
    title: "Blank prime contract model",
    kind: "template",
    theme: "templates",
    summary:
      "One commissioner, one capitated contract for a whole pathway, and a prime contractor that runs the supply chain by sub-contracts and need not deliver care itself.",
    teaches: "Start here where one body is to answer for a pathway and buy all of its parts.",
    source: PUBLICATIONS.kingsFund2014,
  }),
  libraryEntry(primeProvider, {
    name: "prime-provider",
    title: "Blank prime provider model",
    kind: "template",
    theme: "templates",
    summary:
      "One commissioner, one capitated contract, and a prime provider that delivers some of the care and sub-contracts the rest. Names and kinds are yours to fill in.",
    teaches:
      "Start here where one provider is to answer for a whole population and deliver some of the care itself.",
    source: PUBLICATIONS.kingsFund2014,
  }),
  libraryEntry(alliance, {
    name: "alliance",
    title: "Blank alliance model",
    kind: "template",
    theme: "templates",
    summary:
      "One agreement between a commissioner and equal providers, who share the risk; no lead, no sub-contracts, and a board that decides unanimously.",
    teaches: "Start here where nobody is to stand above the others and all are to succeed or fail together.",
    source: PUBLICATIONS.kingsFund2014,
  }),
  libraryEntry(virtualIntegration, {
    name: "virtual-integration",
    title: "Blank virtual integration model",
    kind: "template",
    theme: "templates",
    summary:
      "An agreement beside the contracts that exist already: budgets are not pooled, payments stay, and core general practice keeps its own contract.",
    teaches: "Start here where providers are to work as one before any money moves.",
    source: PUBLICATIONS.kingsFund2016,
  }),
  libraryEntry(partialIntegration, {
    name: "partial-integration",
    title: "Blank partial integration model",
    kind: "template",
    theme: "templates",
    summary:
      "One contract and one budget for a group of services; core general practice stays outside with a contract of its own.",
    teaches:
      "Start here where community services come together around practices that keep their core contract.",
    source: PUBLICATIONS.kingsFund2016,
  }),
  libraryEntry(fullIntegration, {
    name: "full-integration",
    title: "Blank full integration model",
    kind: "template",
    theme: "templates",
    summary:
      "One contract and one budget for a group of services, core general practice among them, with the practices’ right to return.",
    teaches: "Start here where practices are to give up their core contract for one that covers everything.",
    source: PUBLICATIONS.kingsFund2016,
  }),
  libraryEntry(subContracting, {
    name: "sub-contracting",
    title: "Blank sub-contracting model",
    kind: "template",
    theme: "templates",
    summary:
      "The loosest of four organisational forms: each provider keeps its own board, risk and assets, and only the sub-contract ties them.",
    teaches: "Start here where one provider buys from another and nothing else is shared.",
    source: PUBLICATIONS.kingsFund2016,
  }),
  libraryEntry(contractualJointVenture, {
    name: "contractual-joint-venture",
    title: "Blank contractual joint venture model",
    kind: "template",
    theme: "templates",
    summary:
      "The second of four organisational forms: partners stay separate and sign together who does what, how they decide and who bears what.",
    teaches: "Start here where partners are to share risk and reward without a new body.",
    source: PUBLICATIONS.kingsFund2016,
  }),
  libraryEntry(corporateJointVenture, {
    name: "corporate-joint-venture",
    title: "Blank corporate joint venture model",
    kind: "template",
    theme: "templates",
    summary:
      "The third of four organisational forms: a new legal body with its own board, staff and assets, owned and guaranteed by its parents.",
    teaches: "Start here where a new body is to hold the contract, and ask at once who stands behind it.",
    source: PUBLICATIONS.kingsFund2016,
  }),
  libraryEntry(merger, {
    name: "merger",
    title: "Blank merger model",
    kind: "template",
    theme: "templates",
    summary:
      "The tightest of four organisational forms: two providers become one, with one board and all assets, risk and reward in one body. What is new is drawn as a proposal.",
    teaches: "Start here where two organisations are to become one, and draw what each brings.",
    source: PUBLICATIONS.kingsFund2016,
  }),
  libraryEntry(leadProviderSystem, {
    name: "lead-provider-system",
    title: "Blank lead-provider system model",
    kind: "template",
    theme: "templates",
    summary:
      "Four tiers: the commissioner, one lead that holds the budget and delivers a core, a formal alliance of key providers, and sub-contractors at arm’s length.",
    teaches: "Start here where a lead provider needs strategic partners around it and not only suppliers.",
    source: PUBLICATIONS.kingsFund2016,
  }),
  libraryEntry(section75Pool, {
    name: "section-75-pool",
    title: "Blank Section 75 pool model",
    kind: "template",
    theme: "templates",
    summary:
      "An integrated care board and a council pool their money under section 75 of the NHS Act 2006, decide on it in a joint committee and buy health and social care from it.",
    teaches: "Start here where health and social care are to be paid from one fund.",
    source: `${PUBLICATIONS.routeMap2017}; ${PUBLICATIONS.kingsFund2016}`,
  }),
];
