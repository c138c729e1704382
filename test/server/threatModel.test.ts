import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = new URL("../../", import.meta.url);
const text = readFileSync(new URL("docs/threat-model.md", root), "utf8");

test("every proof that the threat model names is there", () => {
  const named = [...text.matchAll(/`((?:test|shared|docs)\/[^`]+)`/g)].map(([, path = ""]) => path);
  expect(named.length).toBeGreaterThan(20);
  const missing = named.filter((path) => !existsSync(fileURLToPath(new URL(path, root))));
  expect(missing).toEqual([]);
});

test("every threat has a proof", () => {
  const rows = text.split("\n").filter((line) => /^\| \d/.test(line));
  expect(rows.length).toBeGreaterThan(10);
  for (const row of rows) expect(row).toMatch(/\| [^|]*`test\/[^|]*\|$/);
});
