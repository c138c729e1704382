import { describe, expect, it } from "vitest";
import { findItems } from "../../../client/palette/findItems.ts";
import type { Regime } from "../../../shared/model/systemMap.ts";

const idsFor = (search: string, regime: Regime = "england-2022") =>
  findItems(search, regime).items.map(({ id }) => id);

describe("searching the palette", () => {
  it.each([
    ["pharm", "independent-provider"],
    ["dentist", "independent-provider"],
    ["optician", "independent-provider"],
    ["ambulance", "nhs-trust"],
    ["hospice", "voluntary-organisation"],
    ["charity", "voluntary-organisation"],
    ["GP", "gp-practice"],
    ["clinic", "gp-practice"],
    ["housing", "other"],
    ["police", "public-body"],
    ["prison", "public-body"],
    ["school", "public-body"],
    ["mental health", "foundation-trust"],
    ["community", "nhs-trust"],
    ["social care", "care-provider"],
    ["hospital", "foundation-trust"],
  ])("%s finds a kind for it: %s", (search, kind) => {
    expect(idsFor(search)).toContain(`organisation/${kind}`);
    expect(findItems(search, "england-2022").isStandIn).toBe(false);
  });

  it.each(["hospital", "mental health", "ambulance"])("%s: an NHS body stands first", (search) => {
    expect(["organisation/nhs-trust", "organisation/foundation-trust"]).toContain(idsFor(search)[0]);
  });

  it.each(["clinic", "clinical commissioning group", "ccg"])(
    "%s offers a CCG only on a map under the law of 2012",
    (search) => {
      expect(idsFor(search, "england-2012")).toContain("organisation/ccg");
      expect(idsFor(search, "england-2022")).not.toContain("organisation/ccg");
    },
  );

  it.each([
    ["hopsital", "foundation-trust"],
    ["coucnil", "local-authority"],
    ["ambulence", "nhs-trust"],
  ])("%s is a slip of the pen, and finds its kind", (search, kind) => {
    expect(idsFor(search)).toContain(`organisation/${kind}`);
    expect(findItems(search, "england-2022").isStandIn).toBe(false);
  });

  it("offers an organisation of no particular kind where nothing answers", () => {
    expect(findItems("zzzqq", "england-2012")).toMatchObject({
      items: [{ id: "organisation/other" }],
      isStandIn: true,
    });
  });

  it("lists the common kinds without a search", () => {
    expect(idsFor("  ")).toContain("organisation/icb");
    expect(idsFor("")).not.toContain("organisation/other");
  });
});
