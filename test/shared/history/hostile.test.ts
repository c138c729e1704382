import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { DELETED, ORDER, RECORD_ROOTS, RESTORED, rootOf, SCHEMA } from "../../../shared/document/layout.ts";
import { readSnapshot } from "../../../shared/document/snapshot.ts";
import { type DigestedLog, digestLog } from "../../../shared/history/digestLog.ts";
import { entriesOf } from "../../../shared/history/entriesOf.ts";
import { documentOf, FlatState } from "../../../shared/history/FlatState.ts";
import { plainValue } from "../../../shared/history/plainValue.ts";
import { stateBefore } from "../../../shared/history/stateBefore.ts";
import { linesOf } from "../../../shared/history/words/linesOf.ts";

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level++) value = [value];
  return value;
}

/** What a client that is not ours can store under a key. */
const anything: fc.Arbitrary<() => unknown> = fc
  .oneof(
    fc.jsonValue(),
    fc.anything({ withBigInt: true, withNullPrototype: true }),
    fc.constantFrom(
      Number.NaN,
      Number.POSITIVE_INFINITY,
      -0,
      1e300,
      -1,
      undefined,
      "",
      "~",
      "\ud800",
      nested(500),
    ),
    fc.constantFrom("type", "organisation", "contract", "pays", "owns", "holds", "a", "b", "acute"),
    fc.string({ maxLength: 500, unit: "binary" }),
    fc.uint8Array({ maxLength: 5 }),
  )
  .map((value) => () => value);
const shared: fc.Arbitrary<() => unknown> = fc.constantFrom(
  () => new Y.Map(Object.entries({ type: "note", name: "n" })),
  () => new Y.Array(),
  () => new Y.Text("text"),
  () => new Y.Map([["inner", new Y.Map([["deep", 1]])]]),
  () => new Y.Doc(),
);
const name = fc.oneof(
  fc.constantFrom("a", "b", "__proto__", "constructor", '["vat-leakage","a"]', '["x"', "[]", ""),
  fc.string({ maxLength: 20 }),
);
const key = fc.oneof(
  fc.constantFrom("type", "name", "kind", "position", "services", "services/acute", "from", "to", "place"),
  fc.constantFrom(
    "annualValue",
    "start",
    "termMonths",
    "proposed",
    "x:foo",
    "settings/rules/x",
    "settings/marking",
  ),
  fc.constantFrom(
    DELETED,
    ORDER,
    RESTORED,
    SCHEMA,
    "title",
    "regime",
    "asOf",
    "rule",
    "__proto__",
    "toString",
  ),
  fc.string({ maxLength: 10 }),
);
interface Edit {
  readonly root: "map" | (typeof RECORD_ROOTS)[number];
  readonly name: string;
  readonly key: string;
  readonly value: () => unknown;
  readonly how: number;
}
const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record({
    root: fc.constantFrom("map", ...RECORD_ROOTS),
    name,
    key,
    value: fc.oneof(anything, shared),
    how: fc.nat(3),
  }),
  { maxLength: 40 },
);

function write(doc: Y.Doc, { root, name, key, value, how }: Edit): void {
  const map = rootOf(doc, root);
  const record = map.get(name);
  if (root === "map" || how === 0) map.set(root === "map" ? key : name, value());
  else if (how === 1) map.delete(name);
  else if (record instanceof Y.Map) record.set(key, value());
  else map.set(name, new Y.Map([[key, value()]]));
}

function inPieces(updates: readonly Uint8Array[]): {
  readonly pieces: readonly DigestedLog[];
  readonly states: unknown[];
} {
  const doc = new Y.Doc();
  for (const root of ["map", ...RECORD_ROOTS] as const) rootOf(doc, root);
  const states: unknown[] = [];
  const pieces: DigestedLog[] = [];
  let base: Uint8Array[] = [];
  for (const [index, update] of updates.entries()) {
    Y.applyUpdate(doc, update);
    states.push(FlatState.of(doc).toJson());
    const rows = [{ ref: index + 1, person: 1 + (index % 2), at: index * 30_000, update }];
    const digested = digestLog({
      base: base.map((each) => ({ ref: index, person: 0, at: 0, update: each })),
      rows,
    });
    pieces.push(digested);
    base = [digested.snapshot];
  }
  return { pieces, states };
}

describe("a log that somebody has filled with anything", () => {
  it("becomes history all the same, and every moment of it can be told", () => {
    fc.assert(
      fc.property(edits, (list) => {
        const doc = new Y.Doc();
        for (const root of ["map", ...RECORD_ROOTS] as const) rootOf(doc, root);
        const updates: Uint8Array[] = [];
        doc.on("update", (update: Uint8Array) => updates.push(update));
        for (const each of list) {
          try {
            write(doc, each);
          } catch {
            // Yjs itself refuses to store it.
          }
        }
        const { pieces, states } = inPieces(updates);
        const segments = pieces.flatMap((piece) => piece.segments);
        const last = pieces.at(-1)?.checkpoints.at(-1);
        for (const [index, truth] of last ? states.entries() : []) {
          const later = {
            state: FlatState.fromJson(JSON.parse(JSON.stringify(last?.state))),
            ref: last?.ref ?? 0,
          };
          const state = stateBefore(later, segments, index + 1);
          expect(JSON.stringify(sorted(state.toJson()))).toBe(JSON.stringify(sorted(truth)));
          readSnapshot(documentOf(state));
        }
        for (const entry of entriesOf(segments)) {
          for (const { parts } of linesOf(entry)) {
            expect(parts.length).toBeGreaterThan(0);
            for (const part of parts)
              expect(typeof (typeof part === "string" ? part : part.name)).toBe("string");
            expect(JSON.stringify(parts).length).toBeLessThan(3_000);
          }
        }
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 200) },
    );
  });

  it("keeps of a value only what JSON carries", () => {
    for (const [value, plain] of [
      [-0, 0],
      [Number.NaN, undefined],
      [1n, undefined],
      [new Uint8Array(1), undefined],
      [{ a: undefined }, undefined],
      [
        [1, { b: null }],
        [1, { b: null }],
      ],
      [nested(500), undefined],
      [new Y.Map(), undefined],
    ]) {
      expect(plainValue(value)).toEqual(plain);
      expect(Object.is(plainValue(value), -0)).toBe(false);
    }
  });
});

/** Keys in one order. */
function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, each]) => [key, sorted(each)]);
}
