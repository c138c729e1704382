import { type LibraryEntry, libraryEntry } from "../LibraryEntry.ts";
import bedfordshire from "../maps/bedfordshire.map.json" with { type: "json" };
import unitingCare2014 from "../maps/cambridgeshire-unitingcare-2014.map.json" with { type: "json" };
import unitingCare2015 from "../maps/cambridgeshire-unitingcare-2015.map.json" with { type: "json" };
import staffordshire from "../maps/staffordshire.map.json" with { type: "json" };
import { PUBLICATIONS } from "../publications.ts";

/** One body answers to the commissioner for a whole pathway or population, and buys the rest. */
export const PRIME_CONTRACTS: readonly LibraryEntry[] = [
  libraryEntry(unitingCare2015, {
    name: "cambridgeshire-unitingcare-2015",
    title: "Cambridgeshire: UnitingCare, 2015",
    kind: "system",
    theme: "prime-contracts",
    summary:
      "Two foundation trusts win a £726m prime provider contract through a limited liability partnership that neither of them guarantees, ask for more a month later and end it in December 2015.",
    teaches: "What it costs when nobody stands behind the body that holds the contract.",
    source: `${PUBLICATIONS.kingsFund2016}; ${PUBLICATIONS.kingsFund2014}`,
  }),
  libraryEntry(unitingCare2014, {
    name: "cambridgeshire-unitingcare-2014",
    title: "Cambridgeshire: UnitingCare as planned, 2014",
    kind: "system",
    theme: "prime-contracts",
    summary:
      "A clinical commissioning group takes about £800m of older people’s and community care out of many contracts and offers it as one five-year capitated contract to a consortium of two foundation trusts.",
    teaches:
      "What could be seen a year before the contract ended: a venture is to hold it, and no guarantee from its parents is stated.",
    source: `${PUBLICATIONS.kingsFund2014}; ${PUBLICATIONS.kingsFund2016}`,
  }),
  libraryEntry(bedfordshire, {
    name: "bedfordshire",
    title: "Bedfordshire: musculoskeletal services, 2014",
    kind: "system",
    theme: "prime-contracts",
    summary:
      "One prime contract with a private company and its consortium replaces 25 to 30 small ones, and the company sub-contracts the hospitals.",
    teaches:
      "How a company that is no NHS body sub-contracts in its own form, and where GPs come to stand on both sides of a contract.",
    source: PUBLICATIONS.kingsFund2014,
  }),
  libraryEntry(staffordshire, {
    name: "staffordshire",
    title: "Staffordshire: cancer and end of life care, 2014",
    kind: "system",
    theme: "prime-contracts",
    summary:
      "Four clinical commissioning groups seek two ten-year prime contractors who manage the contracts for a fee, while the money goes on to the providers as before.",
    teaches:
      "What a prime contract is before the budget is handed over, and what four commissioners without a joint committee leave open.",
    source: PUBLICATIONS.kingsFund2014,
  }),
];
