import { describe, expect, it } from "vitest";
import { Outline, type OutlineRow } from "../../../shared/outline/Outline.ts";
import { MapBuilder } from "../../support/buildMap.ts";

function outlineOf(builder: MapBuilder): Outline {
  return new Outline(builder.map());
}

/** The rows as lines: as many dots as levels, the relation, and the name. */
function lines(rows: readonly OutlineRow[]): readonly string[] {
  return rows.map(({ node, level, isExpanded }) => {
    const via = node.via === undefined ? "" : `${node.via.relation.type}:${node.via.readFrom} `;
    return `${".".repeat(level)}${via}${node.element?.id ?? node.section}${isExpanded ? "" : " |"}`;
  });
}

const uniting = () =>
  new MapBuilder("england-2012")
    .organisation("CCG", "ccg")
    .organisation("LLP", "joint-venture")
    .organisation("Trust", "nhs-trust")
    .organisation("Lonely", "gp-practice")
    .contract("Head", "prime-provider")
    .contract("Sub", "sub-contract")
    .contract("Orphan", "other")
    .relate("commissions", "CCG", "Head")
    .relate("holds", "LLP", "Head")
    .relate("owns", "Trust", "LLP")
    .relate("under", "Sub", "Head")
    .relate("holds", "Trust", "Sub")
    .relate("holds", "Trust", "Orphan");

describe("an outline", () => {
  it("goes from who commissions to what is let, who holds it and who owns them", () => {
    const outline = outlineOf(uniting());
    const way = outline.wayHome("Head");
    const open = new Set(["commissioners", ...way, `${way.at(-1)}/holds-1:to`]);
    expect(lines(outline.rows(open)).slice(0, 6)).toEqual([
      ".commissioners",
      "..CCG",
      "...commissions:from Head",
      "....under:to Sub |",
      "....holds:to LLP",
      ".....owns:to Trust |",
    ]);
  });

  it("shows every element at home, and what nobody lets and what is not connected apart", () => {
    const outline = outlineOf(uniting());
    const shown = lines(outline.rows(outline.openable(1)));
    expect(shown).toContain("..Orphan |");
    expect(shown.slice(shown.indexOf(".unconnected"))).toEqual([".unconnected", "..Lonely |"]);
    for (const id of ["CCG", "LLP", "Trust", "Lonely", "Head", "Sub", "Orphan"]) {
      const way = outline.wayHome(id);
      const rows = outline.rows(new Set(way));
      expect(rows.find(({ node }) => node.key === way.at(-1))?.node.element?.id).toBe(id);
    }
  });

  it("counts levels and places for screen readers", () => {
    const outline = outlineOf(uniting());
    const rows = outline.rows(outline.openable(2));
    const holds = rows.filter(({ parentKey }) => parentKey === "providers/Trust");
    expect(holds.map(({ level, place, siblings }) => [level, place, siblings])).toEqual([
      [3, 1, 3],
      [3, 2, 3],
      [3, 3, 3],
    ]);
  });

  it("says how often something is shown", () => {
    const outline = outlineOf(uniting());
    // Below its holder's connections, below the head contract, and nowhere by itself.
    expect(outline.placesOf("Sub")).toBe(2);
    expect(outline.placesOf("Trust")).toBe(4);
    expect(outline.placesOf("Lonely")).toBe(1);
  });

  it("ends where contracts and owners go in circles", () => {
    const circle = new MapBuilder("england-2022")
      .organisation("A", "joint-venture")
      .organisation("B", "joint-venture")
      .contract("C", "other")
      .contract("D", "other")
      .relate("owns", "A", "B")
      .relate("owns", "B", "A")
      .relate("owns", "A", "A")
      .relate("under", "C", "D")
      .relate("under", "D", "C");
    const outline = outlineOf(circle);
    const rows = outline.rows(outline.openable());
    expect(rows.length).toBeLessThan(40);
    for (const id of ["A", "B", "C", "D"])
      expect(rows.some(({ node }) => node.key === outline.wayHome(id).at(-1))).toBe(true);
  });

  it("lists what lies in a place", () => {
    const outline = outlineOf(
      new MapBuilder("england-2022").place("Town").organisation("Practice", "gp-practice", { place: "Town" }),
    );
    const rows = outline.rows(outline.openable());
    expect(rows.find(({ node }) => node.key === "places/Town/in Practice")?.node.isNamedOnly).toBe(true);
  });

  it("keeps the key of a row when others come and go", () => {
    const before = outlineOf(uniting()).wayHome("Sub");
    const after = outlineOf(uniting().organisation("New", "icb").relate("commissions", "New", "Sub")).wayHome(
      "Head",
    );
    expect(before.slice(0, 3)).toEqual(after);
  });
});
