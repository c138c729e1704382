import { describe, expect, test } from "vitest";
import { RULES } from "../../shared/rules/registry.ts";
import { findingsOf, systemNamed } from "./findingsOf.ts";

/** What the facts of a real system say about its map. */
export interface ExpectedOfSystem {
  /** Every finding, in the order of the check: severity, rule, subjects. Each is argued from the facts beside it. */
  readonly findings: ReturnType<typeof findingsOf>;
  /** Rules that must stay silent, each with the fact that says so. */
  readonly silent: Readonly<Record<string, string>>;
  /** Every figure on the map as [id, field, value], in the order of the file: what no source states is not on it. */
  readonly figures: readonly (readonly [id: string, field: string, value: number])[];
}

const notFigures = new Set(["order"]);

/** Tests that a real system of the library is told what its facts support, and nothing else. */
export function describeSystem(name: string, { findings, silent, figures }: ExpectedOfSystem): void {
  describe(name, () => {
    const map = systemNamed(name);

    test("has exactly the findings that its facts support", () => {
      expect(findingsOf(map)).toEqual(findings);
    });

    test.each(Object.entries(silent))("is not told %s: %s", (rule) => {
      expect(RULES.map(({ id }) => id)).toContain(rule);
      expect(findingsOf(map).filter(([, found]) => found === rule)).toEqual([]);
    });

    test("holds no figure that its sources do not state", () => {
      const stated = [...map.elements, ...map.relations].flatMap((record) =>
        Object.entries(record).flatMap(([field, value]) =>
          typeof value === "number" && !notFigures.has(field) ? [[record.id, field, value] as const] : [],
        ),
      );
      expect(stated).toEqual(figures);
    });
  });
}
