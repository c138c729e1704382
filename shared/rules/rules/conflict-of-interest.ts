import type { Contract, Organisation } from "../../model/element.ts";
import { REGIMES } from "../../model/systemMap.ts";
import { bothSides, buyingTies, holdingTies, type Tie } from "../bothSides.ts";
import type { MapView } from "../MapView.ts";
import { atStart, nameOf, namesOf } from "../naming.ts";
import { proposeChange } from "../proposeChange.ts";
import type { Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";

export const rule: Rule<"contract"> = {
  id: "conflict-of-interest",
  title: "A conflict of interest",
  summary:
    "An organisation stands on both sides of a head contract: with those who buy or steer it, and with those who hold it.",
  basis: "law",
  severities: ["warning", "info"],
  sources: [
    "National Health Service Act 2006, section 14O (as inserted in 2012) and section 14Z30 (as inserted in 2022)",
    SOURCES.kingsFund2014,
  ],
  regimes: REGIMES,
  on: "contract",
  why: "Whoever gains from a contract should not decide who gets it, what it pays or whether it is kept. Such ties are often unavoidable, above all in general practice. They have to be declared, written down and kept out of the decision, or the award can be challenged.",
  precedent:
    "Bedfordshire 2014: the commissioner was mindful of local experts with ties to the bidders, and a GP provider in the winning consortium ran the triage of patients.",

  check(contract, view, report) {
    if (view.isEnded(contract) || !view.isHeadContract(contract)) return;
    const found = bothSides(contract, view);
    if (found.length === 0) return;
    const areOnlyOnBoard = areThereAsMembersOfIcb(found, contract, view);
    report({
      severity: areOnlyOnBoard ? "info" : "warning",
      subjects: [contract, found],
      message: `${whoIsOnBothSides(found, contract, view)} ${
        areOnlyOnBoard
          ? "The Health and Care Act 2022 provides for such members of an integrated care board; their interest is to be declared and managed all the same."
          : "Unless the interest is declared and kept out of the decisions, this may breach the law."
      }`,
      facts: { onlyMembersOfBoard: areOnlyOnBoard, ...waysOfFirst(found, contract, view) },
    });
  },

  fixes({ subjects }, view) {
    const contract = view.contract(subjects[0]);
    if (!contract) return [];
    const found = bothSides(contract, view);
    const seats = seatsThatMayBecomeAssociate(found, contract, view);
    if (seats.length === 0) return [];
    return [
      {
        id: "propose-associate-seats",
        label: `Propose ${seats.length === 1 ? "an associate seat" : "associate seats"} for ${namesOf(found)}`,
        apply(editor) {
          for (const seat of seats) proposeChange(editor, seat, { standing: "associate" });
        },
      },
    ];
  },
};

/** Since 2022 trusts, practices and councils are partners on the board that buys, by law. */
function areThereAsMembersOfIcb(found: readonly Organisation[], contract: Contract, view: MapView): boolean {
  if (view.regime !== "england-2022") return false;
  if (!view.buyersOf(contract).some(({ kind }) => kind === "icb")) return false;
  return found.every((one) =>
    buyingTies(one, contract, view).every((tie) => tie.how === "member" && tie.body.kind === "icb"),
  );
}

function whoIsOnBothSides(found: readonly Organisation[], contract: Contract, view: MapView): string {
  const [first, ...others] = found;
  if (!first) return "";
  const { buying, holding } = tiesOf(first, contract, view);
  const whichOne = others.length === 0 ? ":" : `, ${nameOf(first)} for one`;
  return `${atStart(nameOf(contract))} has ${namesOf(found)} on both sides${whichOne} ${buyingWords(buying)}, and ${holdingWords(holding)}.`;
}

/** How the one that the message describes is tied to either side: which board or vehicle it is by is a name. */
function waysOfFirst([first]: readonly Organisation[], contract: Contract, view: MapView) {
  if (!first) return {};
  const { buying, holding } = tiesOf(first, contract, view);
  return { buying: buying?.how ?? null, holding: holding?.how ?? null };
}

/** The first tie to each side, which stands for the others in the message. */
function tiesOf(organisation: Organisation, contract: Contract, view: MapView) {
  const [buying] = buyingTies(organisation, contract, view);
  const [holding] = holdingTies(organisation, contract, view);
  return { buying, holding };
}

function buyingWords(tie: Tie | undefined): string {
  switch (tie?.how) {
    case "owner":
      return `as owner of ${nameOf(tie.body)}, which buys it`;
    case "member":
      return `as a member of ${nameOf(tie.body)}, which buys it`;
    case "commissioning-seat":
      return `with a seat on ${nameOf(tie.body)}, which commissions it`;
    case "governing-seat":
      return `with a seat on ${nameOf(tie.body)}, which governs it`;
    default:
      return "as its buyer";
  }
}

function holdingWords(tie: Tie | undefined): string {
  switch (tie?.how) {
    case "owner":
      return `as owner of ${nameOf(tie.body)}, which holds it`;
    case "member":
      return `as a member of ${nameOf(tie.body)}, which holds it`;
    default:
      return "as its holder";
  }
}

/**
 * The memberships that put these organisations on the buying side, where nothing else does: full seats on boards that commission
 * nothing. Whoever buys through a joint committee would stop buying with an associate seat, which is not for a click to decide.
 */
function seatsThatMayBecomeAssociate(
  found: readonly Organisation[],
  contract: Contract,
  view: MapView,
): readonly string[] {
  const seats = new Map<Organisation["id"], Set<string>>();
  for (const organisation of found) {
    const boards = new Set<string>();
    for (const tie of buyingTies(organisation, contract, view)) {
      if (tie.how !== "governing-seat" || view.contractsCommissionedBy(tie.body).length > 0) return [];
      boards.add(tie.body.id);
    }
    seats.set(organisation.id, boards);
  }
  return view.relations.flatMap((relation) =>
    relation.type === "member" && seats.get(relation.from)?.has(relation.to) ? [relation.id] : [],
  );
}
