import {
  contractKindInName,
  forumKindInName,
  fundKindInName,
  organisationKindInName,
  plainWords,
} from "../../shared/model/kindInName.ts";
import type { Regime } from "../../shared/model/systemMap.ts";
import { itemsUnder, PALETTE_ITEMS, type PaletteItem } from "./paletteItems.ts";

/** What is likely where a name says no more than this; the first that fits counts. Whoever adds a card sees the guess, and can change it. */
const LIKELY: readonly (readonly [pattern: RegExp, item: string])[] = [
  [/\b(budget|fund)$/, "fund/programme"],
  [/\bgrant\b/, "contract/grant"],
  [/\b(contract|agreement)\b/, "contract/nhs-standard"],
  [/\bhwb\b/, "forum/health-and-wellbeing-board"],
  [/\btask and finish\b/, "forum/working-group"],
];

/** The same for names that say nothing else about the kind of body they name. */
const LIKELY_BODIES: readonly (readonly [pattern: RegExp, item: string])[] = [
  [/\b(board|committee|forum)$/, "forum/programme-board"],
  [/\bft\b/, "organisation/foundation-trust"],
  [/\bborough of\b/, "organisation/local-authority"],
  [/\bsuper-?practice\b/, "organisation/gp-super-partnership"],
  [/\b(practice|doctors)\b/, "organisation/gp-practice"],
  [/\bcollaborative\b/, "organisation/provider-collaborative"],
  [/\balliance\b/, "organisation/alliance"],
  [/\b(joint venture|jv|partnership)\b/, "organisation/joint-venture"],
  [/\bresidential care\b/, "organisation/care-provider"],
  [/\b(mind|cvs|community action|carers|samaritans)\b/, "organisation/voluntary-organisation"],
  [/\bhospitals?\b|\binfirmary\b/, "organisation/foundation-trust"],
  [/\btrust\b/, "organisation/nhs-trust"],
  [/\b(locality|neighbourhood|footprint)\b/, "place"],
];

/**
 * The kind that a name speaks for: "Fenland Council" is a local authority. A commissioner of the other body of law than the map's
 * counts too: whoever writes "CCG" means one. What pasted tables read out of a name is read here the same way. Undefined where the name
 * says nothing.
 */
export function guessItem(name: string, regime: Regime): PaletteItem | undefined {
  const plain = plainWords(name);
  const id = idInName(name) ?? idIn(LIKELY, plain) ?? idOfBody(name) ?? idIn(LIKELY_BODIES, plain);
  const named = PALETTE_ITEMS.find((item) => item.id === id);
  return named ?? itemCalled(plain, regime);
}

function idInName(name: string): string | undefined {
  const contract = contractKindInName(name);
  if (contract !== undefined) return `contract/${contract}`;
  const fund = fundKindInName(name);
  if (fund !== undefined) return `fund/${fund}`;
  const forum = forumKindInName(name);
  return forum && `forum/${forum}`;
}

function idOfBody(name: string): string | undefined {
  const kind = organisationKindInName(name);
  return kind && `organisation/${kind}`;
}

function idIn(hints: typeof LIKELY, plain: string): string | undefined {
  return hints.find(([pattern]) => pattern.test(plain))?.[1];
}

/** The kind whose own name somebody has typed: "Voluntary sector", "Regulator". */
function itemCalled(plain: string, regime: Regime): PaletteItem | undefined {
  if (plain.length < 3) return undefined;
  return itemsUnder(regime).find((item) => !("relation" in item.makes) && plainWords(item.label) === plain);
}
