import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { snapshotOf } from "../../../shared/document/snapshot.ts";
import type { SarifLog } from "../../../shared/formats/findings/SarifLog.ts";
import { libraryMap } from "../../../shared/library/library.ts";
import { readMapFile } from "../../../shared/model/readMapFile.ts";
import { writeMapFile } from "../../../shared/model/writeMapFile.ts";
import { checkMap } from "../../../shared/rules/checkMap.ts";
import { publicFinding } from "../../../shared/rules/publicFinding.ts";
import { sarifProblems } from "../../shared/formats/findings/sarifProblems.ts";
import { buildMap } from "../../support/buildMap.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";
import { runPlumbline } from "./runPlumbline.ts";

const folder = temporaryFolder();
const LIBRARY_FOLDER = new URL("../../../shared/library/maps/", import.meta.url);

function save(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const unitingCare = readFileSync(new URL("cambridgeshire-unitingcare-2015.map.json", LIBRARY_FOLDER), "utf8");
const blank = readFileSync(new URL("blank.map.json", LIBRARY_FOLDER), "utf8");

const expected = (text: string) => checkMap(snapshotOf(readMapFile(text))).map(publicFinding);

describe("plumbline check", () => {
  test("--format json prints the findings of the rules and nothing else, and exits with 1 where one must be fixed", () => {
    const { code, out, error } = runPlumbline(["check", save("a.map.json", unitingCare), "--format", "json"]);
    expect(JSON.parse(out)).toEqual({ findings: expected(unitingCare) });
    expect(error).toBe("");
    expect(code).toBe(1);
  });

  test("exits with 0 where nothing must be fixed", () => {
    const { code, out } = runPlumbline(["check", save("blank.map.json", blank), "--format=json"]);
    expect(JSON.parse(out)).toEqual({ findings: [] });
    expect(code).toBe(0);
  });

  test("an accepted error stays listed and no longer fails the check", () => {
    const map = libraryMap("Cambridgeshire: UnitingCare, 2015");
    const finding = map && checkMap(snapshotOf(map)).find(({ severity }) => severity === "error");
    if (!map || !finding) throw new Error("UnitingCare has no error any more.");
    const accepted = writeMapFile({
      ...map,
      decisions: [
        {
          rule: finding.rule,
          subjects: [...finding.subjects].sort(),
          choice: "accepted",
          reason: "The parents are public bodies",
          by: "Board",
          at: "2015-04-01",
        },
      ],
    });
    const { code, out } = runPlumbline(["check", save("accepted.map.json", accepted), "--format", "json"]);
    const { findings } = JSON.parse(out) as { findings: { rule: string; accepted?: boolean }[] };
    expect(findings.find(({ rule }) => rule === finding.rule)?.accepted).toBe(true);
    expect(findings).toHaveLength(expected(unitingCare).length);
    expect(code).toBe(0);
  });

  test("in text it says severity, title, rule and message in words", () => {
    const { code, out } = runPlumbline(["check", save("a.map.json", unitingCare)]);
    expect(code).toBe(1);
    expect(out).toContain("Must fix (1)");
    expect(out).toContain("missing-parent-guarantee");
    expect(out).toContain("not legal advice");
    const words = (text: string) => text.replace(/\s+/g, " ");
    for (const { message } of expected(unitingCare)) expect(words(out)).toContain(words(message));
    expect(out).not.toContain("\u001b");
  });

  test("of several files it prints one object, and exits with 2 where one cannot be read", () => {
    const files = [
      save("a.map.json", unitingCare),
      join(folder, "none.map.json"),
      save("blank.map.json", blank),
    ];
    const { code, out, error } = runPlumbline(["check", ...files, "--format", "json"]);
    expect(JSON.parse(out)).toEqual({
      files: [
        { file: files[0], findings: expected(unitingCare) },
        { file: files[1], error: { message: expect.stringContaining("does not exist") } },
        { file: files[2], findings: [] },
      ],
    });
    expect(error).toContain(`${files[1]}: `);
    expect(code).toBe(2);
  });
});

describe("plumbline check, in other formats,", () => {
  const broken = () => join(folder, "none.map.json");

  test("prints SARIF that its published schema has nothing against, with the files as they were named", () => {
    const file = save("a map.map.json", unitingCare);
    const { code, out } = runPlumbline(["check", file, broken(), "--format", "sarif"]);
    const log = JSON.parse(out) as SarifLog;
    expect(sarifProblems(log)).toEqual([]);
    const [run] = log.runs;
    expect(run?.artifacts[0]?.location.uri).toBe(pathToFileURL(file).href);
    expect(run?.results.map(({ ruleId }) => ruleId)).toEqual(expected(unitingCare).map(({ rule }) => rule));
    expect(run?.invocations.map(({ executionSuccessful }) => executionSuccessful)).toEqual([true, false]);
    const { startLine = 0 } = run?.results[0]?.locations[0]?.physicalLocation.region ?? {};
    const [subject] = expected(unitingCare)[0]?.subjects ?? [];
    expect(unitingCare.split("\n")[startLine]).toContain(`"id": "${subject}"`);
    expect(code).toBe(2);
  });

  test("names a file in SARIF as it was given, relative to where the check ran", () => {
    const { out } = runPlumbline(["check", "shared/library/maps/blank.map.json", "--format", "sarif"]);
    const log = JSON.parse(out) as SarifLog;
    expect(log.runs[0]?.artifacts[0]?.location.uri).toBe("shared/library/maps/blank.map.json");
    expect(sarifProblems(log)).toEqual([]);
  });

  test("prints a row of CSV per finding, of all files", () => {
    const { code, out } = runPlumbline([
      "check",
      save("a.map.json", unitingCare),
      save("b.map.json", unitingCare),
      "--format=csv",
    ]);
    expect(out.split("\r\n").filter(Boolean)).toHaveLength(1 + 2 * expected(unitingCare).length);
    expect(code).toBe(1);
  });

  test("prints Markdown with a heading per file, and nothing for one that cannot be read", () => {
    const files = [save("a.map.json", unitingCare), broken(), save("blank.map.json", blank)];
    const { code, out, error } = runPlumbline(["check", ...files, "--format", "markdown"]);
    expect(out.split("\n").filter((line) => line.startsWith("# "))).toEqual([
      "# Findings: Cambridgeshire: UnitingCare, 2015",
      "# Findings: New map",
    ]);
    expect(error).toContain(broken());
    expect(code).toBe(2);
  });
});

describe("plumbline check, asked for something in particular,", () => {
  const rulesOf = (out: string) =>
    (JSON.parse(out) as { findings: { rule: string }[] }).findings.map(({ rule }) => rule);

  test("--rule asks these rules only, and the exit code is about them", () => {
    const file = save("a.map.json", unitingCare);
    const one = runPlumbline(["check", file, "--rule", "price-below-cost", "--format", "json"]);
    expect(rulesOf(one.out)).toEqual(["price-below-cost"]);
    expect(one.code).toBe(0);
    const two = ["--rule", "price-below-cost", "--rule=missing-parent-guarantee"];
    const both = runPlumbline(["check", file, ...two, "--format", "json"]);
    expect(rulesOf(both.out)).toEqual(["missing-parent-guarantee", "price-below-cost"]);
    expect(both.code).toBe(1);
    expect(runPlumbline(["check", file, ...two]).out).toContain(
      "Only price-below-cost, missing-parent-guarantee.",
    );
  });

  test("--regime checks as if the map were drawn under the other Act", () => {
    const file = save("a.map.json", unitingCare);
    const today = runPlumbline(["check", file, "--regime", "england-2022", "--format", "json"]);
    const map = { ...readMapFile(unitingCare), regime: "england-2022" as const };
    expect(JSON.parse(today.out)).toEqual({ findings: checkMap(snapshotOf(map)).map(publicFinding) });
    const { out } = runPlumbline(["check", file, "--regime", "england-2022"]);
    expect(out).toContain("The map itself is drawn under England, Health and Social Care Act 2012.");
    expect(out).toContain("a Health Bill is before");
  });

  test("--baseline compares each map with another: who loses income, who pays more", () => {
    const option = (annualAmount: number) =>
      writeMapFile(
        buildMap()
          .organisation("ccg", "ccg", { name: "CCG" })
          .organisation("trust", "nhs-trust", { name: "Trust" })
          .contract("care", "nhs-standard")
          .relate("commissions", "ccg", "care")
          .relate("holds", "trust", "care")
          .relate("pays", "ccg", "trust", { annualAmount })
          .map(),
      );
    const baseline = save("baseline.map.json", option(100));
    const compare = (annualAmount: number) => {
      const words = ["check", save("option.map.json", option(annualAmount)), "--baseline", baseline];
      return rulesOf(runPlumbline([...words, "--format", "json"]).out);
    };
    expect(compare(100)).not.toContain("provider-destabilised");
    expect(compare(80)).toContain("provider-destabilised");
    expect(compare(120)).toContain("commissioner-cost-rises");
    const text = runPlumbline(["check", save("less.map.json", option(80)), "--baseline", baseline]).out;
    expect(text.replace(/\s+/g, " ")).toContain(`Compared with ${baseline}.`);
  });

  test.each([
    [["--format", "yaml"], /no format "yaml".*text, json, markdown, sarif or csv/],
    [["--regime", "wales"], /no regime "wales".*england-2012 or england-2022/],
    [["--rule", "price-below-costs"], /no rule "price-below-costs".*price-below-cost\b/],
    [["--rule", "zzz"], /no rule "zzz".*docs\/rules/],
    [["--rule", "provider-destabilised"], /compares two options.*--baseline/],
    [["--baseline", "nowhere.map.json"], /nowhere\.map\.json: .*does not exist/],
  ])("refuses %j with exit code 2 and says what there is", (words, why) => {
    const { code, out, error } = runPlumbline(["check", save("blank.map.json", blank), ...words]);
    expect([code, out]).toEqual([2, ""]);
    expect(error.replace(/\s+/g, " ")).toMatch(why);
  });
});

describe("plumbline check, of a file that cannot be read,", () => {
  const map = JSON.parse(unitingCare) as { elements: Record<string, unknown>[] };
  const withKind = JSON.stringify({
    ...map,
    elements: [{ ...map.elements[0], kind: "parish" }, ...map.elements.slice(1)],
  });
  const cases: [string, () => string, RegExp][] = [
    ["a file that does not exist", () => join(folder, "missing.map.json"), /does not exist/],
    ["a folder", () => folder, /folder/],
    ["an empty file", () => save("empty.map.json", ""), /empty/],
    ["half a file", () => save("half.map.json", unitingCare.slice(0, 500)), /line \d+/],
    ["a line that is no JSON", () => save("line.map.json", '{\n  "format": oops\n}'), /line 2/],
    ["an unknown kind", () => save("kind.map.json", withKind), /"ccg".*"kind".*"parish"/],
    [
      "UTF-16 with a mark",
      () => save("utf16.map.json", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(blank, "utf16le")])),
      /UTF-16/,
    ],
    ["UTF-16 without a mark", () => save("utf16b.map.json", Buffer.from(blank, "utf16le")), /UTF-16/],
    [
      "bytes that are no UTF-8",
      () => save("latin1.map.json", Buffer.from(blank.replace("New map", "Caf\u00e9"), "latin1")),
      /not UTF-8: line 4/,
    ],
    [
      "random bytes",
      () => save("random.map.json", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a])),
      /not UTF-8|UTF-16/,
    ],
  ];
  test.each(cases)("%s: exits with 2, says why, prints no result", (_what, path, why) => {
    const file = path();
    const { code, out, error } = runPlumbline(["check", file, "--format", "json"]);
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(error).toContain(file);
    expect(error).toMatch(why);
    expect(error).not.toMatch(/\bat .*\.js:\d+/);
  });

  test("what a file says cannot command the terminal", () => {
    const text = blank.replace(
      '"elements": []',
      '"elements": [{ "id": "a\\u001b[31m\\u202eb", "type": "parish" }]',
    );
    const { code, error } = runPlumbline(["check", save("commands.map.json", text)]);
    expect(code).toBe(2);
    expect(error).toContain("a [31m b");
    for (const command of ["\u001b", "\u202e"]) expect(error).not.toContain(command);
  });

  test("a mark of UTF-8 at the start does no harm", () => {
    expect(runPlumbline(["check", save("bom.map.json", `\uFEFF${blank}`)]).code).toBe(0);
  });
});

describe("plumbline check, of a large file,", () => {
  test("reads 50 MB", () => {
    const notes = "n".repeat(1_000_000);
    const element = (index: number) => ({
      id: `note-${index}`,
      type: "note",
      name: "",
      position: { x: 0, y: index * 200 },
      notes,
    });
    const large = JSON.stringify({
      ...JSON.parse(blank),
      elements: Array.from({ length: 50 }, (_, index) => element(index)),
    });
    const { code, out } = runPlumbline(["check", save("large.map.json", large), "--format", "json"]);
    expect(JSON.parse(out)).toEqual({ findings: [] });
    expect(code).toBe(0);
  });

  test("checks 100,000 elements", () => {
    const element = (index: number) => ({
      id: `organisation-${index}`,
      type: "organisation",
      kind: "gp-practice",
      name: `Practice ${index}`,
      position: { x: (index % 300) * 300, y: Math.floor(index / 300) * 200 },
    });
    const many = JSON.stringify({
      ...JSON.parse(blank),
      elements: Array.from({ length: 100_000 }, (_, index) => element(index)),
    });
    const { code, out } = runPlumbline(["check", save("many.map.json", many), "--format", "json"]);
    expect((JSON.parse(out) as { findings: unknown[] }).findings).toHaveLength(100_000);
    expect(code).toBe(0);
  });
});

test("a name cannot move the cursor or turn the text around", () => {
  const map = JSON.parse(blank) as Record<string, unknown>;
  const hostile = JSON.stringify({ ...map, title: "\u001b[2Jgone\u202Edenrut\r\n" });
  const { out } = runPlumbline(["check", save("hostile.map.json", hostile)]);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these must not come through
  expect(out).not.toMatch(/[\u001b\u202e\r]/);
  expect(out).toContain("gone");
});
