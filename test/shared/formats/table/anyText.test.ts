import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cardSize } from "../../../../shared/drawing/cardSize.ts";
import { COLUMNS, TABLE_KINDS } from "../../../../shared/formats/table/columns.ts";
import { guessTable } from "../../../../shared/formats/table/guessTable.ts";
import { layOutNew } from "../../../../shared/formats/table/layOutNew.ts";
import { propose } from "../../../../shared/formats/table/propose.ts";
import { DIVIDERS, readGrid } from "../../../../shared/formats/table/readGrid.ts";
import { readTable } from "../../../../shared/formats/table/readTable.ts";
import { writeTabSeparated } from "../../../../shared/formats/table/writeTabSeparated.ts";
import { buildMap } from "../../../support/buildMap.ts";

const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);
const options = { seed, numRuns: 200 };

const map = buildMap()
  .organisation("a", "ccg", { name: "A CCG" })
  .contract("c", "other", { name: "Care" })
  .relate("commissions", "a", "c")
  .map();

const WORDS = [
  "A CCG",
  "Care",
  "B FT",
  "Wigan Council",
  "£1.2m",
  "50%",
  "36 months",
  "Apr 2015",
  "-",
  "Total",
  "",
  '"',
  "x\ny",
];
const cell = fc.oneof(fc.constantFrom(...WORDS), fc.string({ maxLength: 12, unit: "grapheme" }));
const headings = fc.constantFrom(...TABLE_KINDS.map((kind) => COLUMNS[kind].map(({ label }) => label)));
const tables = fc
  .tuple(headings, fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { maxLength: 12 }))
  .map(([labels, rows]) => writeTabSeparated([labels, ...rows]));
const texts = fc.oneof(tables, fc.string({ maxLength: 300, unit: "binary" }));

let made = 0;
const makeId = () => `made-${++made}`;

describe(`any text (seed ${seed})`, () => {
  it("is read without throwing, whatever it is taken for", () => {
    fc.assert(
      fc.property(
        texts,
        fc.constantFrom(undefined, ...DIVIDERS),
        fc.constantFrom(undefined, ...TABLE_KINDS),
        (text, divider, kind) => {
          const grid = readGrid(text, divider);
          const guess = guessTable(grid);
          const columns =
            kind === undefined ? guess.columns : guess.columns.map((_, index) => COLUMNS[kind][index]?.key);
          propose(readTable(grid, { ...guess, kind: kind ?? guess.kind, columns }), map, { makeId });
        },
      ),
      options,
    );
  });

  it("loses nothing silently: every cell is read, says what is wrong, or is in a column that is left out", () => {
    fc.assert(
      fc.property(tables, (text) => {
        const grid = readGrid(text);
        const table = readTable(grid, guessTable(grid));
        const { outcomes } = propose(table, map, { makeId });
        expect(outcomes).toHaveLength(table.rows.length);
        for (const [index, row] of table.rows.entries()) {
          const outcome = outcomes[index];
          for (const read of row.cells) {
            if (read === undefined || read.shown === "") continue;
            const isSaid = read.problem === undefined || outcome?.lost.includes(read.problem);
            expect(isSaid && (read.value !== undefined || read.problem !== undefined)).toBe(true);
          }
          if (outcome?.what === "left-out") expect(outcome.lost.length).toBeGreaterThan(0);
        }
      }),
      options,
    );
  });

  it("lays new cards out clear of each other, on the grid", () => {
    fc.assert(
      fc.property(tables, (text) => {
        const grid = readGrid(text);
        const { elements, relations } = propose(readTable(grid, guessTable(grid)), map, { makeId });
        const { positions, size } = layOutNew(elements, relations);
        const boxes = elements.map((element) => ({
          ...(positions.get(element.id) ?? { x: Number.NaN, y: 0 }),
          ...cardSize(element),
        }));
        for (const [index, box] of boxes.entries()) {
          expect([box.x % 4, box.y % 4]).toEqual([0, 0]);
          expect(box.x >= 0 && box.x + box.width <= size.width + 4).toBe(true);
          for (const other of boxes.slice(0, index)) {
            const isApart =
              box.x >= other.x + other.width ||
              other.x >= box.x + box.width ||
              box.y >= other.y + other.height ||
              other.y >= box.y + box.height;
            expect(isApart).toBe(true);
          }
        }
      }),
      { ...options, numRuns: 60 },
    );
  });

  it("comes back from quoting as it was", () => {
    const plain = fc
      .string({ maxLength: 10, unit: fc.constantFrom("a", "é", '"', "\t", "\n", ",", ";", " b", "'") })
      .map((text) => text.trim());
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            plain.filter((text) => text !== ""),
            plain.filter((text) => text !== ""),
          ),
          { minLength: 1, maxLength: 8 },
        ),
        (rows) => {
          expect(readGrid(writeTabSeparated(rows), "tab").rows).toEqual(rows);
        },
      ),
      options,
    );
  });
});
