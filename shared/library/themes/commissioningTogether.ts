import { type LibraryEntry, libraryEntry } from "../LibraryEntry.ts";
import devon from "../maps/devon.map.json" with { type: "json" };
import manchester from "../maps/manchester.map.json" with { type: "json" };
import plymouth from "../maps/plymouth.map.json" with { type: "json" };
import { PUBLICATIONS } from "../publications.ts";

/** Commissioners who decide and pay together. */
export const COMMISSIONING_TOGETHER: readonly LibraryEntry[] = [
  libraryEntry(devon, {
    name: "devon",
    title: "Devon: one strategic commissioner, 2016",
    kind: "system",
    theme: "commissioning-together",
    summary:
      "Principles for one commissioner of health and wellbeing in all of Devon, and a system of providers that is to hold the population’s capitated budget.",
    teaches:
      "A system of providers is no legal body: before it can hold a budget, one has to stand behind it.",
    source: PUBLICATIONS.routeMap2017,
  }),
  libraryEntry(plymouth, {
    name: "plymouth",
    title: "Plymouth: pooled and aligned funds, 2017",
    kind: "system",
    theme: "commissioning-together",
    summary:
      "A city council and a clinical commissioning group pool part of their money under Section 75 and line up the rest beside it.",
    teaches: "How two commissioners cover health and social care as a whole without pooling all of it.",
    source: PUBLICATIONS.routeMap2017,
  }),
  libraryEntry(manchester, {
    name: "manchester",
    title: "Manchester: Health and Care Commissioning, 2017",
    kind: "system",
    theme: "commissioning-together",
    summary:
      "One board, hosted by the clinical commissioning group, decides on the NHS and the council commissioning that both have delegated to it.",
    teaches:
      "How two commissioners decide as one without a new body, and that each delegation needs its own basis in law.",
    source: PUBLICATIONS.routeMap2017,
  }),
];
