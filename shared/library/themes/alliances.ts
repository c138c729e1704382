import { type LibraryEntry, libraryEntry } from "../LibraryEntry.ts";
import canterbury from "../maps/canterbury.map.json" with { type: "json" };
import careHomes from "../maps/care-homes.map.json" with { type: "json" };
import lambeth from "../maps/lambeth.map.json" with { type: "json" };
import midNottinghamshire from "../maps/mid-nottinghamshire.map.json" with { type: "json" };
import { PUBLICATIONS } from "../publications.ts";

/** Several bodies under one agreement, none of them above the others. */
export const ALLIANCES: readonly LibraryEntry[] = [
  libraryEntry(lambeth, {
    name: "lambeth",
    title: "Lambeth: integrated personalised support alliance, 2014",
    kind: "system",
    theme: "alliances",
    summary:
      "The clinical commissioning group and the council buy mental health rehabilitation from an alliance of two voluntary organisations, a foundation trust and the council’s own Adult Social Care.",
    teaches:
      "What an alliance must still settle after it is approved: a board, a rule for decisions, pooled money, and a council that sits on both sides.",
    source: PUBLICATIONS.kingsFund2014,
  }),
  libraryEntry(midNottinghamshire, {
    name: "mid-nottinghamshire",
    title: "Mid-Nottinghamshire: virtual PACS, 2016",
    kind: "system",
    theme: "alliances",
    summary:
      "Commissioners and providers share an alliance agreement, a board and aligned targets, while existing contracts and payments stay as they are.",
    teaches:
      "How far a partnership gets with a board and a scheme of delegation alone, and what it leaves open: the money and the rule for decisions.",
    source: PUBLICATIONS.kingsFund2016,
  }),
  libraryEntry(canterbury, {
    name: "canterbury",
    title: "Canterbury, New Zealand: alliance, 2016",
    kind: "system",
    theme: "alliances",
    summary:
      "An example from abroad that two reports cite: providers stay separate and share risk and reward under one contract.",
    teaches:
      "Which questions to ask where an alliance is described in one sentence: who commissions it, who governs it, what it costs.",
    source: `${PUBLICATIONS.kingsFund2016}; ${PUBLICATIONS.kingsFund2014}`,
  }),
  libraryEntry(careHomes, {
    name: "care-homes",
    title: "Care homes vanguard: memorandum, 2016",
    kind: "system",
    theme: "alliances",
    summary:
      "A trust, a foundation trust, GPs, a local authority and the voluntary sector begin with a memorandum of understanding, which may become an alliance agreement.",
    teaches:
      "What a memorandum is and is not: partners who agree on roles need no legal body and no contract, and share no risk.",
    source: PUBLICATIONS.dacBeachcroft2016,
  }),
];
