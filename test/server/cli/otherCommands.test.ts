import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { EXIT } from "../../../server/cli/command.ts";
import { newCommand } from "../../../server/cli/newCommand.ts";
import { today } from "../../../server/today.ts";
import { snapshotOf } from "../../../shared/document/snapshot.ts";
import { mapToSvg } from "../../../shared/formats/svg.ts";
import { LIBRARY, libraryMap, mapToStartFrom } from "../../../shared/library/library.ts";
import { LIBRARY_THEMES } from "../../../shared/library/themeWords.ts";
import { writeMapFile } from "../../../shared/model/writeMapFile.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";
import { runFromCheckout, runPlumbline } from "./runPlumbline.ts";

const folder = temporaryFolder();
const at = (name: string) => join(folder, name);
const NAME = "Cambridgeshire: UnitingCare, 2015";

describe("plumbline new", () => {
  function expectNew(name: string): void {
    const map = mapToStartFrom(name, today());
    expect(readFileSync(at("new.map.json"), "utf8")).toBe(map && writeMapFile(map));
  }

  test("writes a map file and says nothing", () => {
    const { code, out, error } = runPlumbline(["new", "--template", "blank", "-o", at("new.map.json")]);
    expect([code, out, error]).toEqual([0, "", ""]);
    expectNew("blank");
  });

  // A process for each of them would tell no more.
  test.each(LIBRARY.map(({ name }) => name))("writes %s as a map file", (name) => {
    const write = vi.fn();
    const terminal = { out: write, error: write, columns: 100, hasColour: false };
    expect(newCommand.run([], { template: name, output: at("new.map.json") }, terminal)).toBe(EXIT.fine);
    expect(write).not.toHaveBeenCalled();
    expectNew(name);
  });

  test("names the templates there are when it is asked for another", () => {
    const { code, error } = runPlumbline(["new", "--template", "Atlantis", "-o", at("none.map.json")]);
    expect(code).toBe(2);
    for (const { name } of LIBRARY) expect(error).toContain(name);
    expect(existsSync(at("none.map.json"))).toBe(false);
  });
});

describe("plumbline library", () => {
  const { code, out, error } = runPlumbline(["library"]);

  test("lists every name, title and kind, each once, and how many there are", () => {
    expect([code, error]).toEqual([0, ""]);
    for (const { name, title, kind } of LIBRARY) {
      const word = kind === "system" ? "real system" : "template";
      expect(out.split(`\n  ${name} (${word})\n    ${title}\n`)).toHaveLength(2);
    }
    const systems = LIBRARY.filter(({ kind }) => kind === "system").length;
    expect(out).toContain(
      `${LIBRARY.length} maps: ${systems} real systems and ${LIBRARY.length - systems} templates.`,
    );
  });

  test("puts each map under the heading of its theme", () => {
    for (const { theme, title, line } of LIBRARY_THEMES) {
      const names = LIBRARY.filter((entry) => entry.theme === theme).map(({ name }) => name);
      const heading = `${title} (${names.length})\n${line}\n`;
      if (names.length === 0) expect(out).not.toContain(title);
      else
        expect(
          out
            .split(heading)[1]
            ?.split(/\n\n(?=\S)/)[0]
            ?.match(/(?<=^ {2})\S+/gm),
        ).toEqual(names);
    }
  });

  test("keeps to the width of the screen, and shows no colour where there is none", () => {
    expect(out.split("\n").filter((line) => line.length > 100)).toEqual([]);
    expect(out).not.toContain("\u001b");
  });

  test("--format json lists the same", () => {
    const { library } = JSON.parse(runPlumbline(["library", "--format", "json"]).out) as {
      library: object[];
    };
    expect(library).toEqual(LIBRARY.map(({ map: _map, ...listed }) => listed));
  });
});

describe("plumbline export", () => {
  const file = at("unitingcare.map.json");
  const map = libraryMap(NAME);
  if (!map) throw new Error(`The library has no map "${NAME}".`);
  writeFileSync(file, writeMapFile(map));

  test("writes the SVG that the drawing code makes, byte for byte", () => {
    const words = ["export", file, "--to", "svg", "-o", at("map.svg"), "--date", "2016-01-04"];
    const { code, out, error } = runPlumbline(words);
    expect([code, out, error]).toEqual([0, "", ""]);
    expect(readFileSync(at("map.svg"), "utf8")).toBe(mapToSvg(snapshotOf(map), { date: "2016-01-04" }));
  });

  test("bears the date of today where none is named", () => {
    const before = new Date().toISOString().slice(0, 10);
    runPlumbline(["export", file, "--to", "svg", "-o", at("today.svg")]);
    const after = new Date().toISOString().slice(0, 10);
    const possible = [before, after].map((date) => mapToSvg(snapshotOf(map), { date }));
    expect(possible).toContain(readFileSync(at("today.svg"), "utf8"));
  });

  test("writes a PNG as large as the picture or larger", () => {
    const { code } = runPlumbline(["export", file, "-o", at("map.png")]);
    expect(code).toBe(0);
    const png = readFileSync(at("map.png"));
    expect(png.subarray(1, 4).toString("latin1")).toBe("PNG");
    const svgWidth = Number(
      /<svg[^>]* width="([\d.]+)"/.exec(mapToSvg(snapshotOf(map), { date: "2016-01-04" }))?.[1],
    );
    expect(png.readUInt32BE(16)).toBeGreaterThanOrEqual(Math.floor(svgWidth));
  });

  const wrong: [string, string[], RegExp][] = [
    [
      "a format that is not there yet",
      ["--to", "pptx", "-o", at("x.pptx")],
      /pptx is not available yet.*svg, png/,
    ],
    ["a format that nobody knows", ["--to", "gif", "-o", at("x.gif")], /no format "gif".*svg, png/],
    ["no file to write", ["--to", "svg"], /-o/],
    ["no format", ["-o", at("x")], /--to/],
    ["a folder that is not there", ["--to", "svg", "-o", at("none/x.svg")], /folder does not exist/],
    ["a folder to write to", ["--to", "svg", "-o", folder], /folder/],
    ["a date that is none", ["--to", "svg", "-o", at("x.svg"), "--date", "yesterday"], /"yesterday" is not/],
    ["an unknown option", ["--too", "svg"], /--too/],
  ];
  test.each(wrong)("refuses %s with exit code 2 and says why", (_what, words, why) => {
    const { code, out, error } = runPlumbline(["export", file, ...words]);
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(error.replace(/\s+/g, " ")).toMatch(why);
  });

  test("writes nothing when the map cannot be read", () => {
    mkdirSync(at("bad"), { recursive: true });
    writeFileSync(at("bad/bad.map.json"), "{");
    const { code, error } = runPlumbline([
      "export",
      at("bad/bad.map.json"),
      "--to",
      "svg",
      "-o",
      at("bad/out.svg"),
    ]);
    expect(code).toBe(2);
    expect(error).toContain("line 1");
    expect(existsSync(at("bad/out.svg"))).toBe(false);
  });
});

describe("plumbline", () => {
  test("explains itself without a command, and exits with 2", () => {
    const { code, out, error } = runPlumbline([]);
    expect([code, out]).toEqual([2, ""]);
    for (const command of ["check", "export", "new", "library"])
      expect(error).toContain(`plumbline ${command}`);
  });

  test("--help explains on standard output", () => {
    const { code, out } = runPlumbline(["--help"]);
    expect(code).toBe(0);
    expect(out).toContain("plumbline check");
    expect(runPlumbline(["export", "--help"]).out).toContain("--date");
  });

  test("from a checkout it says the same and adds nothing", () => {
    expect(runFromCheckout(["library"])).toEqual(runPlumbline(["library"]));
    expect(runFromCheckout(["check", at("missing.map.json")])).toEqual(
      runPlumbline(["check", at("missing.map.json")]),
    );
  });

  test("an unknown command is refused", () => {
    const { code, error } = runPlumbline(["chekc"]);
    expect(code).toBe(2);
    expect(error).toContain('"chekc"');
  });
});
