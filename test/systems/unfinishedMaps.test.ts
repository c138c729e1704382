import { describe, expect, test } from "vitest";
import { snapshotOf } from "../../shared/document/snapshot.ts";
import { LIBRARY } from "../../shared/library/library.ts";
import type { MapElement } from "../../shared/model/element.ts";
import type { Relation } from "../../shared/model/relation.ts";
import { REGIMES, type SystemMap } from "../../shared/model/systemMap.ts";
import { checkMap } from "../../shared/rules/checkMap.ts";

const required = new Set(["id", "type", "name", "kind", "position", "size", "from", "to"]);
const systems = LIBRARY.filter(({ kind }) => kind === "system").flatMap(({ name, map }) =>
  REGIMES.map((regime): [string, string, SystemMap] => [name, regime, { ...map, regime }]),
);

function errorsOf(map: SystemMap): string[] {
  return checkMap(snapshotOf(map)).flatMap(({ severity, key }) => (severity === "error" ? [key] : []));
}

/** Every map that states one optional thing less, and what that is. */
function* withOneThingLess(map: SystemMap): Generator<[string, SystemMap]> {
  for (const list of ["elements", "relations"] as const) {
    for (const [index, record] of map[list].entries()) {
      for (const field of Object.keys(record).filter((name) => !required.has(name))) {
        const { [field]: _gone, ...rest } = record as unknown as Record<string, unknown>;
        yield [`${record.id}.${field}`, { ...map, [list]: map[list].with(index, rest as never) }];
      }
    }
  }
}

function withoutAnythingOptional(map: SystemMap): SystemMap {
  const bare = <T extends MapElement | Relation>(record: T) =>
    Object.fromEntries(Object.entries(record).filter(([field]) => required.has(field))) as unknown as T;
  return { ...map, elements: map.elements.map(bare), relations: map.relations.map(bare) };
}

describe.each(systems)("%s under %s, while it is being drawn,", (_name, _regime, map) => {
  test("is told no new error because one thing is not stated yet", () => {
    const before = new Set(errorsOf(map));
    const added = [...withOneThingLess(map)].flatMap(([what, less]) =>
      errorsOf(less).flatMap((key) => (before.has(key) ? [] : [`without ${what}: ${key}`])),
    );
    expect(added).toEqual([]);
  });

  test("is told no more errors when it is cards and lines alone", () => {
    const before = new Set(errorsOf(map));
    expect(errorsOf(withoutAnythingOptional(map)).filter((key) => !before.has(key))).toEqual([]);
  });
});
