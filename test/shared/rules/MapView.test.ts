import { describe, expect, it } from "vitest";
import { MapView } from "../../../shared/rules/MapView.ts";
import { buildMap, type MapBuilder } from "../../support/buildMap.ts";

function endedOf(map: MapBuilder): string[] {
  const view = new MapView(map.snapshot());
  return view.contracts.flatMap((contract) => (view.isEnded(contract) ? [contract.id] : []));
}

describe("contracts that have ended", () => {
  const contracts = (...terminated: string[]) => {
    const map = buildMap();
    for (const id of ["A", "B", "C", "D"]) {
      map.contract(id, "nhs-standard", terminated.includes(id) ? { status: "terminated" } : {});
    }
    return map;
  };

  it("are the terminated ones and those at any depth under such contracts only", () => {
    const map = contracts("A").relate("under", "B", "A").relate("under", "C", "B").relate("under", "A", "D");
    expect(endedOf(map)).toEqual(["A", "B", "C"]);
  });

  it("are not those that are also under one that runs", () => {
    const map = contracts("A").relate("under", "B", "A").relate("under", "B", "D").relate("under", "C", "B");
    expect(endedOf(map)).toEqual(["A"]);
    expect(endedOf(contracts("A", "D").relate("under", "B", "A").relate("under", "B", "D"))).toEqual([
      "A",
      "B",
      "D",
    ]);
  });

  it("are not those that are under one another in a circle, which stays in sight to be mended", () => {
    const circle = () => contracts("A").relate("under", "B", "C").relate("under", "C", "B");
    expect(endedOf(circle())).toEqual(["A"]);
    expect(endedOf(circle().relate("under", "B", "A"))).toEqual(["A"]);
    expect(endedOf(contracts("A").relate("under", "B", "B").relate("under", "B", "A"))).toEqual(["A"]);
    expect(endedOf(contracts("A").relate("under", "A", "A").relate("under", "B", "A"))).toEqual(["A", "B"]);
  });

  it("are found in a chain of any length", () => {
    const map = buildMap().contract("0", "nhs-standard", { status: "terminated" });
    for (let index = 1; index < 20_000; index++) {
      map.contract(`${index}`, "sub-contract").relate("under", `${index}`, `${index - 1}`);
    }
    expect(endedOf(map)).toHaveLength(20_000);
  });
});

describe("the words of the catalogue", () => {
  it("take full members of a joint committee for buyers beside the committee, in document order", () => {
    const map = buildMap()
      .organisation("Late", "ccg")
      .organisation("Guest", "ccg")
      .organisation("Early", "local-authority")
      .forum("Committee", "joint-committee")
      .forum("In common", "committees-in-common")
      .contract("Care", "nhs-standard")
      .relate("member", "Early", "Committee", { standing: "full" })
      .relate("member", "Late", "Committee")
      .relate("member", "Guest", "Committee", { standing: "associate" })
      .relate("member", "Guest", "In common")
      .relate("commissions", "In common", "Care")
      .relate("commissions", "Committee", "Care");
    const view = new MapView(map.snapshot());
    const contract = view.contract("Care");
    expect(contract && view.buyersOf(contract).map(({ id }) => id)).toEqual([
      "Late",
      "Early",
      "Committee",
      "In common",
    ]);
    expect(contract && view.directBuyersOf(contract).map(({ id }) => id)).toEqual(["Committee", "In common"]);
  });

  it("take a company for a vehicle once it has a parent, and a joint venture always", () => {
    const map = buildMap()
      .organisation("Venture", "joint-venture")
      .organisation("Company", "gp-federation", { legalForm: "limited-by-guarantee" })
      .organisation("Owned", "gp-federation", { legalForm: "community-interest-company" })
      .organisation("Charity", "voluntary-organisation", { legalForm: "charity" })
      .relate("owns", "Company", "Owned")
      .relate("owns", "Company", "Charity");
    const view = new MapView(map.snapshot());
    expect(
      view.organisations.filter((organisation) => view.isVehicle(organisation)).map(({ id }) => id),
    ).toEqual(["Venture", "Owned"]);
  });

  it("take no contract for a head contract that an under relation leaves, even to itself or to one that has ended", () => {
    const map = buildMap()
      .contract("Head", "grant")
      .contract("Under", "grant")
      .contract("Self", "grant")
      .contract("Ended", "grant", { status: "terminated" })
      .organisation("Not a contract", "ccg")
      .relate("under", "Under", "Ended")
      .relate("under", "Self", "Self")
      .relate("under", "Head", "Not a contract");
    const view = new MapView(map.snapshot());
    expect(view.contracts.filter((contract) => view.isHeadContract(contract)).map(({ id }) => id)).toEqual([
      "Head",
      "Ended",
    ]);
  });
});
