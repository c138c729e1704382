import fc from "fast-check";
import { expect, it } from "vitest";
import { readMapFile } from "../../../shared/model/readMapFile.ts";
import { writeMapFile } from "../../../shared/model/writeMapFile.ts";
import { checkMap } from "../../../shared/rules/checkMap.ts";
import { RULES } from "../../../shared/rules/registry.ts";
import { effectOfFix } from "./checking.ts";
import { randomMap } from "./randomMap.ts";

/** Thousands of fixes, each followed by a check: the limit is for a machine that is busy with other things. */
const longestRunMs = 180_000;

it(
  "every fix that is offered on any map clears its finding, adds no error, and adds only proposals",
  () => {
    let fixes = 0;
    fc.assert(
      fc.property(randomMap, (map) => {
        const before = map.snapshot();
        for (const finding of checkMap(before)) {
          expect(new Set(finding.fixes.map(({ id }) => id)).size).toBe(finding.fixes.length);
          for (const fix of finding.fixes) {
            fixes++;
            const { remains, newErrors, after } = effectOfFix(map, finding, fix);
            expect({ fix: fix.label, remains, newErrors }).toEqual({
              fix: fix.label,
              remains: false,
              newErrors: [],
            });
            for (const added of [...after.map.elements, ...after.map.relations]) {
              if (added.id.startsWith("new-")) expect(added.proposed).toBe(true);
            }
          }
        }
      }),
      { numRuns: 400 },
    );
    expect(fixes).toBeGreaterThan(100);
  },
  longestRunMs,
);

it("a map checks the same after it was written to a file and read again, and no rule ever fails", () => {
  fc.assert(
    fc.property(randomMap, (map) => {
      const findings = checkMap(map.snapshot());
      expect(findings.filter(({ rule }) => rule === "rule-failed")).toEqual([]);
      const elements = readMapFile(writeMapFile(map.map()));
      const again = checkMap({
        map: elements,
        elementById: new Map(elements.elements.map((element) => [element.id, element])),
        relationById: new Map(elements.relations.map((relation) => [relation.id, relation])),
        unreadable: [],
        schemaVersion: 0,
      });
      expect(again.map(({ key, message, severity }) => [key, message, severity])).toEqual(
        findings.map(({ key, message, severity }) => [key, message, severity]),
      );
    }),
    { numRuns: 200 },
  );
});

it("a rule finds nothing graver or lighter than it says of itself", () => {
  const severitiesOf = new Map(RULES.map(({ id, severities }) => [id, severities]));
  fc.assert(
    fc.property(randomMap, (map) => {
      for (const { rule, severity } of checkMap(map.snapshot()))
        expect({ rule, says: severitiesOf.get(rule) }).toEqual({
          rule,
          says: expect.arrayContaining([severity]),
        });
    }),
    { numRuns: 200 },
  );
});
