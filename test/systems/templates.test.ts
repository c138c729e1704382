import { describe, expect, test } from "vitest";
import { LIBRARY } from "../../shared/library/library.ts";

const templates = LIBRARY.filter(({ kind }) => kind === "template");

test("every contract model and organisational form of the sources can be started from", () => {
  expect(templates.map(({ name }) => name)).toEqual([
    "blank",
    "prime-contract",
    "prime-provider",
    "alliance",
    "virtual-integration",
    "partial-integration",
    "full-integration",
    "sub-contracting",
    "contractual-joint-venture",
    "corporate-joint-venture",
    "merger",
    "lead-provider-system",
    "section-75-pool",
  ]);
});

describe.each(templates)("$name", ({ map, source }) => {
  test("is drawn under the rules of today, on no day of its own", () => {
    expect(map.regime).toBe("england-2022");
    expect(map.asOf).toBeUndefined();
    expect(map.elements.filter((element) => "kind" in element && element.kind === "ccg")).toEqual([]);
  });

  test("states no figure", () => {
    const stated = [...map.elements, ...map.relations].flatMap((record) =>
      Object.entries(record).flatMap(([field, value]) =>
        typeof value === "number" && field !== "order" ? [[record.id, field]] : [],
      ),
    );
    expect(stated).toEqual([]);
  });

  test("says what to fill in at everything that is drawn, and where the model comes from", () => {
    expect(map.elements.filter(({ notes }) => !notes).map(({ id }) => id)).toEqual([]);
    expect(source !== "" || map.elements.length === 0).toBe(true);
  });
});
