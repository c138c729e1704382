import { describe, expect, it } from "vitest";
import { organisationKindInName } from "../../../shared/model/kindInName.ts";
import type { OrganisationKind } from "../../../shared/model/organisationKind.ts";

describe("the kind that the name of an organisation speaks of", () => {
  /** Every name in the facts about the real systems that says a kind, with the kind that the facts state. */
  it.each<[string, OrganisationKind]>([
    ["Bedfordshire CCG", "ccg"],
    ["Mid-Nottinghamshire CCGs", "ccg"],
    ["North Stafford CCG (name as in Table 1)", "ccg"],
    ["Stafford & Surrounds CCG", "ccg"],
    ["Milton Keynes Hospital NHS Foundation Trust", "foundation-trust"],
    ["Cambridgeshire and Peterborough NHS Foundation Trust (CPFT)", "foundation-trust"],
    ["Northumberland, Tyne and Wear NHS Foundation Trust (NTW)", "foundation-trust"],
    ["Yeovil acute trust (Yeovil District Hospital NHS FT in 001)", "foundation-trust"],
    ["NHS trust", "nhs-trust"],
    ["Three acute trusts in the area", "nhs-trust"],
    ["Dudley Metropolitan Borough Council", "local-authority"],
    ["Lambeth Council", "local-authority"],
    ["City council (not named further)", "local-authority"],
    ["County and district councils", "local-authority"],
    ["Local authorities (district and county)", "local-authority"],
    ["Two local authorities", "local-authority"],
    ["Bedfordshire GPs", "gp-practice"],
    ["GPs of the Care Group", "gp-practice"],
    ["GP practices of Dudley", "gp-practice"],
    ["Seven GP practices", "gp-practice"],
    ["General practices", "gp-practice"],
    ["General practice in Northumberland", "gp-practice"],
    ["West Wakefield GP federation", "gp-federation"],
    ["Other GP federations in Wakefield", "gp-federation"],
    ["Tower Hamlets GP Care Group", "gp-federation"],
    ["Private limited GP companies (generic)", "gp-federation"],
    ["Circle Clinical Services Ltd", "independent-provider"],
    ["Circle Partnership", "independent-provider"],
    ["Virgin Care; Care UK", "independent-provider"],
    ["Voluntary sector", "voluntary-organisation"],
    ["Macmillan Cancer Support", "voluntary-organisation"],
    ["Care providers sub-contracted by the council", "care-provider"],
    ["Residential, domiciliary and care support providers", "care-provider"],
    ["Lead joint venture (not named)", "joint-venture"],
    ["Joint venture of partners across the system (option)", "joint-venture"],
    ["Cancer prime contractor (not chosen)", "integrator"],
    ["NHS England", "nhs-england"],
    ["Public Health England", "public-body"],
    ["Healthwatch", "public-body"],
    ["National Audit Office; NHS England", "public-body"],
  ])("in the facts: %s", (name, kind) => {
    expect(organisationKindInName(name)).toBe(kind);
  });

  it.each([
    "Other consortium partners",
    "Eight local commissioning groups",
    "Providers in Canterbury",
    "Commissioners of specialised services",
    "Accountable Care Delivery System (ACDS)",
    "Primary care providers",
    "Thames Reach",
    "Certitude",
    "Community and mental health providers",
    "Milton Keynes Primary Care Trust",
    "New entity of participating practices",
    "Community, social care and voluntary services",
    "Hospitals",
    "Local hospitals",
    "Health and wellbeing board of the council",
    "Joint (strategic) commissioning unit",
  ])("in the facts, and its name does not say: %s", (name) => {
    expect(organisationKindInName(name)).toBeUndefined();
  });

  it.each<[string, OrganisationKind]>([
    ["OneNorwich Practices", "gp-practice"],
    ["Humbleyard Practice", "gp-practice"],
    ["Ely South PCNs", "primary-care-network"],
    ["Suffolk GP Federation CIC", "gp-federation"],
    ["Norfolk GP Fed", "gp-federation"],
    ["East Coast Community Healthcare CIC", "independent-provider"],
    ["Cambridgeshire Community Services", "nhs-trust"],
    ["Cambridgeshire Community Services NHS Trust", "nhs-trust"],
    ["East of England Ambulance Service", "nhs-trust"],
    ["Norfolk and Norwich University Hospitals", "foundation-trust"],
    ["Queen Elizabeth Hospital", "foundation-trust"],
    ["Queen Elizabeth Hospital King’s Lynn NHSFT", "foundation-trust"],
    ["NHS Norfolk & Waveney Integrated Care Board", "icb"],
    ["Breckland DC", "local-authority"],
    ["LB Lambeth", "local-authority"],
    ["Nursing homes", "care-provider"],
    ["Marie Curie", "voluntary-organisation"],
  ])("as organisations call themselves: %s", (name, kind) => {
    expect(organisationKindInName(name)).toBe(kind);
  });

  it.each([
    "Council of Governors",
    "Federation of Small Businesses",
    "Community Services",
    "Barchester Healthcare",
  ])("not by a word alone: %s", (name) => {
    expect(organisationKindInName(name)).toBeUndefined();
  });
});
