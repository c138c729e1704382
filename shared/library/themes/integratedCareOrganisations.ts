import { type LibraryEntry, libraryEntry } from "../LibraryEntry.ts";
import northumberland from "../maps/northumberland.map.json" with { type: "json" };
import salford2014 from "../maps/salford-2014.map.json" with { type: "json" };
import salford2016 from "../maps/salford-2016.map.json" with { type: "json" };
import southSomerset from "../maps/south-somerset.map.json" with { type: "json" };
import yeovilPractices from "../maps/yeovil-practices.map.json" with { type: "json" };
import { PUBLICATIONS } from "../publications.ts";

/** A hospital trust or a venture of its own becomes answerable for most of a population’s care. */
export const INTEGRATED_CARE_ORGANISATIONS: readonly LibraryEntry[] = [
  libraryEntry(salford2016, {
    name: "salford-2016",
    title: "Salford: integrated care organisation, 2016",
    kind: "system",
    theme: "integrated-care-organisations",
    summary:
      "The clinical commissioning group and the council pool adult health and social care and contract together with one foundation trust, which delivers most of it and buys the rest.",
    teaches:
      "How a trust may buy care lawfully: under a contract that it holds, with the money pooled above it.",
    source: PUBLICATIONS.kingsFund2016,
  }),
  libraryEntry(salford2014, {
    name: "salford-2014",
    title: "Salford: alliance for older people, 2014",
    kind: "system",
    theme: "integrated-care-organisations",
    summary:
      "Two commissioners and two foundation trusts lay one agreement over a pooled budget for older people and the service contracts that exist already.",
    teaches:
      "How an alliance, its board and a pool fit around contracts that stay as they are, two years before one trust answers for everything.",
    source: `${PUBLICATIONS.kingsFund2014}; ${PUBLICATIONS.kingsFund2016}`,
  }),
  libraryEntry(northumberland, {
    name: "northumberland",
    title: "Northumberland: accountable care organisation, 2016",
    kind: "system",
    theme: "integrated-care-organisations",
    summary:
      "A clinical commissioning group means to give almost all of its £400m core budget for ten years to a partnership of providers, with one foundation trust as host of the contract.",
    teaches:
      "How a host signs for a partnership that is no legal body, and what a board has to settle before money is shared.",
    source: `${PUBLICATIONS.kingsFund2016}; ${PUBLICATIONS.slides2017}`,
  }),
  libraryEntry(southSomerset, {
    name: "south-somerset",
    title: "South Somerset: Symphony programme, 2016",
    kind: "system",
    theme: "integrated-care-organisations",
    summary:
      "A hospital trust and general practice plan a joint venture that holds one population budget and sub-contracts most services back to them, beside a primary care company that the trust owns already.",
    teaches:
      "What a joint venture as holder brings with it: guarantees, VAT, and sub-contracts back to its own parents.",
    source: `${PUBLICATIONS.kingsFund2016}; ${PUBLICATIONS.slides2017}`,
  }),
  libraryEntry(yeovilPractices, {
    name: "yeovil-practices",
    title: "Yeovil: practices and the hospital’s primary care arm, 2016",
    kind: "system",
    theme: "integrated-care-organisations",
    summary:
      "Seven practices talk with the hospital trust: each may be absorbed into its primary care arm or stay independent and share in one population contract through an entity of their own.",
    teaches:
      "Two ways for a practice to join a hospital’s system, and the question who, in law, signs for the whole.",
    source: `${PUBLICATIONS.kingsFund2016}; ${PUBLICATIONS.slides2017}`,
  }),
];
