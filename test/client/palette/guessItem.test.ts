import { describe, expect, it } from "vitest";
import { guessItem } from "../../../client/palette/guessItem.ts";
import { PALETTE_ITEMS } from "../../../client/palette/paletteItems.ts";

describe("a name speaks for its kind", () => {
  it.each([
    ["Cambridge University Hospitals NHS Foundation Trust", "organisation/foundation-trust"],
    ["Salford Royal NHS FT", "organisation/foundation-trust"],
    ["East of England Ambulance Service NHS Trust", "organisation/nhs-trust"],
    ["Fenland Council", "organisation/local-authority"],
    ["Norfolk CC", "organisation/local-authority"],
    ["Fenland City Council", "organisation/local-authority"],
    ["Greater Manchester ICB", "organisation/icb"],
    ["Cambridgeshire and Peterborough CCG", "organisation/ccg"],
    ["Health and Wellbeing Board", "forum/health-and-wellbeing-board"],
    ["Transformation Programme Board", "forum/programme-board"],
    ["Elm Street Surgery", "organisation/gp-practice"],
    ["Ely South PCN", "organisation/primary-care-network"],
    ["Fenland GP Federation", "organisation/gp-federation"],
    ["UnitingCare Partnership LLP", "organisation/joint-venture"],
    ["Age UK Cambridgeshire", "organisation/voluntary-organisation"],
    ["Arthur Rank Hospice", "organisation/voluntary-organisation"],
    ["Older people’s services contract", "contract/nhs-standard"],
    ["Community sub-contract", "contract/sub-contract"],
    ["MOU with the police", "contract/memorandum"],
    ["Better Care Fund", "fund/pooled"],
    ["Serco Ltd", "organisation/independent-provider"],
    ["NHS England", "organisation/nhs-england"],
    ["Regulator", "organisation/regulator"],
    ["Council for Voluntary Service", "organisation/voluntary-organisation"],
    ["Fenland Partnership", "organisation/joint-venture"],
    ["Fenland Infirmary", "organisation/foundation-trust"],
    ["St Ives locality", "place"],
  ])("%s", (name, id) => {
    expect(guessItem(name, "england-2022")?.id).toBe(id);
  });

  it("says nothing where the name says nothing", () => {
    for (const name of ["", "A", "Fenland", "Ms Archer", "Left", "Swift", "Principal"])
      expect(guessItem(name, "england-2022"), name).toBeUndefined();
  });

  it("knows each kind by its own name", () => {
    for (const item of PALETTE_ITEMS)
      if (!("relation" in item.makes) && item.regime === undefined)
        expect(guessItem(item.label, "england-2022"), item.label).toBeDefined();
  });
});
