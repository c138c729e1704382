import { type LibraryEntry, libraryEntry } from "../LibraryEntry.ts";
import threeSixtyCare from "../maps/3sixty-care.map.json" with { type: "json" };
import dudley from "../maps/dudley.map.json" with { type: "json" };
import modality from "../maps/modality.map.json" with { type: "json" };
import partnersHealth from "../maps/partners-health.map.json" with { type: "json" };
import towerHamlets from "../maps/tower-hamlets.map.json" with { type: "json" };
import westWakefield from "../maps/west-wakefield.map.json" with { type: "json" };
import whitstable from "../maps/whitstable.map.json" with { type: "json" };
import { PUBLICATIONS } from "../publications.ts";

/** General practice working together, and the community providers that grow from it. */
export const PRIMARY_CARE_AT_SCALE: readonly LibraryEntry[] = [
  libraryEntry(dudley, {
    name: "dudley",
    title: "Dudley: multispecialty community provider, 2016",
    kind: "system",
    theme: "primary-care-at-scale",
    summary:
      "The clinical commissioning group seeks one legal body to hold the budget of a whole population for fifteen years, with the practices that join giving up their core contracts.",
    teaches:
      "What is still open when a fully integrated contract goes to the market: who holds it, who stands behind it, and where the money for core general practice comes from.",
    source: PUBLICATIONS.kingsFund2016,
  }),
  libraryEntry(modality, {
    name: "modality",
    title: "Sandwell and West Birmingham: Modality, 2016",
    kind: "system",
    theme: "primary-care-at-scale",
    summary:
      "A GP super-partnership of 15 practices would like to hold a whole population budget as lead provider, with a private firm for analytics and support.",
    teaches:
      "How a budget for a whole population sits on a small balance sheet, and why profit and loss need a cap and a collar.",
    source: PUBLICATIONS.kingsFund2016,
  }),
  libraryEntry(westWakefield, {
    name: "west-wakefield",
    title: "West Wakefield: multispecialty community provider, 2016",
    kind: "system",
    theme: "primary-care-at-scale",
    summary:
      "GP federations work in hubs with community, social care and voluntary services; commissioners expect an alliance agreement in 2017–18 and one contract in 2018.",
    teaches:
      "What a virtual organisation leaves open: who signs, which board decides, and how health and social care money meet.",
    source: `${PUBLICATIONS.kingsFund2016}; ${PUBLICATIONS.routeMap2017}`,
  }),
  libraryEntry(threeSixtyCare, {
    name: "3sixty-care",
    title: "Northamptonshire: 3Sixty Care Partnership, 2017",
    kind: "system",
    theme: "primary-care-at-scale",
    summary:
      "A mental health and community trust and GPs at scale own a company together, to become a multispecialty community provider.",
    teaches:
      "How a vehicle looks before it holds a contract, when shares and guarantees can still be settled.",
    source: "Conference slides on accountable care (2017)",
  }),
  libraryEntry(whitstable, {
    name: "whitstable",
    title: "Whitstable: GP super-partnership, 2016",
    kind: "system",
    theme: "primary-care-at-scale",
    summary: "GPs merge into one partnership and keep their own core contracts.",
    teaches: "In a super-partnership the core contracts stay with the GPs.",
    source: `${PUBLICATIONS.kingsFund2016}; ${PUBLICATIONS.kingsFund2014}`,
  }),
  libraryEntry(partnersHealth, {
    name: "partners-health",
    title: "South Nottinghamshire: PartnersHealth, 2016",
    kind: "system",
    theme: "primary-care-at-scale",
    summary: "GPs own a limited liability partnership that provides extra primary and community services.",
    teaches:
      "A limited liability partnership can hold contracts for extra services; what its owners stand behind is worth asking.",
    source: PUBLICATIONS.kingsFund2016,
  }),
  libraryEntry(towerHamlets, {
    name: "tower-hamlets",
    title: "Tower Hamlets: GP Care Group, 2016",
    kind: "system",
    theme: "primary-care-at-scale",
    summary: "GPs own a community interest company that provides extra primary and community services.",
    teaches: "A community interest company can hold contracts for extra services as any other company can.",
    source: PUBLICATIONS.kingsFund2016,
  }),
];
