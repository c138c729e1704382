import type { Regime } from "../../shared/model/systemMap.ts";
import { PALETTE_ITEMS, type PaletteItem } from "./paletteItems.ts";

/** What names say about the kind of what they name; the first that fits counts. */
const HINTS: readonly (readonly [pattern: RegExp, item: string])[] = [
  [/\bsub-?contract\b/, "contract/sub-contract"],
  [/\b(mou|memorandum of understanding)\b/, "contract/memorandum"],
  [/\bapms\b/, "contract/apms"],
  [/\bgms\b/, "contract/gms"],
  [/\bpms\b/, "contract/pms"],
  [/\b(section|s) ?75\b.*\b(agreement|provision)\b/, "contract/section-75-provision"],
  [/\b(pooled (budget|fund)|better care fund|bcf)\b/, "fund/pooled"],
  [/\btransformation fund\b/, "fund/transformation"],
  [/\b(budget|fund)$/, "fund/programme"],
  [/\bgrant\b/, "contract/grant"],
  [/\balliance (contract|agreement)\b/, "contract/alliance"],
  [/\b(contract|agreement)\b/, "contract/nhs-standard"],
  [/\bhealth and wellbeing board\b|\bhwb\b/, "forum/health-and-wellbeing-board"],
  [/\bjoint committee\b/, "forum/joint-committee"],
  [/\bcommittees in common\b/, "forum/committees-in-common"],
  [/\bpartnership board\b/, "forum/partnership-board"],
  [/\balliance (leadership )?board\b/, "forum/alliance-board"],
  [/\bworking group\b|\btask and finish\b/, "forum/working-group"],
  [/\bintegrated care board\b|\bicb\b/, "organisation/icb"],
  [/\bclinical commissioning group\b|\bccg\b/, "organisation/ccg"],
  [/\b(board|committee|forum|steering group)$/, "forum/programme-board"],
  [/\bnhs (england|e)\b|^nhse\b/, "organisation/nhs-england"],
  [/\bcommissioning support\b|\bcsu\b/, "organisation/commissioning-support"],
  [/^(monitor|cqc|care quality commission|nhs improvement|ofsted)\b/, "organisation/regulator"],
  [/\bfoundation trust\b|\bft\b/, "organisation/foundation-trust"],
  [/\b(nhs|ambulance|hospitals?|healthcare|university|community) trust\b/, "organisation/nhs-trust"],
  [
    /\b(city|county|borough|district|metropolitan)? ?council\b|\blocal authority\b|\bborough of\b/,
    "organisation/local-authority",
  ],
  [/\bprimary care network\b|\bpcn\b/, "organisation/primary-care-network"],
  [/\bsuper-?partnership\b|\bsuper-?practice\b/, "organisation/gp-super-partnership"],
  [/\bfederation\b/, "organisation/gp-federation"],
  [
    /\b(surgery|medical practice|medical centre|health centre|gp practice|practice|doctors)\b/,
    "organisation/gp-practice",
  ],
  [/\bcollaborative\b/, "organisation/provider-collaborative"],
  // What has this legal form is a body of its own, whatever it calls itself.
  [/\bllp\b/, "organisation/joint-venture"],
  [/\balliance\b/, "organisation/alliance"],
  [/\b(joint venture|jv|partnership)\b/, "organisation/joint-venture"],
  [
    /\b(care home|nursing home|home care|homecare|domiciliary|residential care)\b/,
    "organisation/care-provider",
  ],
  [
    /\b(charity|hospice|age uk|mind|voluntary|cvs|community action|red cross|carers|samaritans)\b/,
    "organisation/voluntary-organisation",
  ],
  [/\bhospitals?\b|\binfirmary\b/, "organisation/foundation-trust"],
  [/\btrust\b/, "organisation/nhs-trust"],
  [/\b(ltd|limited|plc|cic)\b/, "organisation/independent-provider"],
  [/\b(locality|neighbourhood|footprint)\b/, "place"],
];

/**
 * The kind that a name speaks for: "Fenland Council" is a local authority. A commissioner of the other body of law than the map's
 * counts too: whoever writes "CCG" means one. Undefined where the name says nothing.
 */
export function guessItem(name: string, regime: Regime): PaletteItem | undefined {
  const plain = name.toLowerCase().replace(/\s+/gu, " ").trim();
  const hint = HINTS.find(([pattern]) => pattern.test(plain));
  const named = hint === undefined ? undefined : PALETTE_ITEMS.find(({ id }) => id === hint[1]);
  return named ?? itemCalled(plain, regime);
}

/** The kind whose own name somebody has typed: "Voluntary sector", "Regulator". */
function itemCalled(plain: string, regime: Regime): PaletteItem | undefined {
  if (plain.length < 3) return undefined;
  return PALETTE_ITEMS.find(
    (item) =>
      (item.regime === undefined || item.regime === regime) &&
      !("relation" in item.makes) &&
      item.label.toLowerCase() === plain,
  );
}
