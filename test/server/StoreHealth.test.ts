import { pino } from "pino";
import { expect, it } from "vitest";
import { StoreHealth } from "../../server/StoreHealth.ts";
import { StoreError } from "../../server/storage/StoreError.ts";

it("says once that the store fails, and once that all is well again, however many tries there are", () => {
  const lines: string[] = [];
  const log = pino({}, { write: (line) => void lines.push((JSON.parse(line) as { msg: string }).msg) });
  const failing = new Set(["one", "two"]);
  const health = new StoreHealth(log, () => failing.size > 0);
  health.committed();
  expect(lines).toEqual([]);
  for (const docId of ["one", "two", "one", "one"]) health.failed(docId, new StoreError("The disk is full."));
  expect(lines).toHaveLength(1);
  failing.delete("one");
  health.committed();
  expect(lines).toHaveLength(1);
  failing.delete("two");
  health.committed();
  health.committed();
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain("takes changes again");
  health.failed("one", new StoreError("The disk is full."));
  expect(lines).toHaveLength(3);
});
