import { describe, expect, test } from "vitest";
import { LocalFileError, readLocalMap } from "../../../client/start/readLocalMap.ts";
import { LIMITS } from "../../../shared/protocol/limits.ts";

const fileOf = (text: string, name = "system.map.json") => new File([text], name);
const blank = {
  format: "system-map",
  version: 1,
  title: "T",
  regime: "england-2022",
  elements: [],
  relations: [],
};

describe("a map file from this device", () => {
  test("is read", async () => {
    expect((await readLocalMap(fileOf(JSON.stringify(blank)))).title).toBe("T");
  });

  test("that is no JSON is refused with the line", async () => {
    const broken = JSON.stringify(blank, null, 2).replace('"relations": []', '"relations": [');
    await expect(readLocalMap(fileOf(broken))).rejects.toThrow(LocalFileError);
    await expect(readLocalMap(fileOf(broken))).rejects.toThrow(/“system\.map\.json”.*[Ll]ine \d+/);
  });

  test("with a value that does not fit is refused with the element and the field", async () => {
    const element = { id: "a", type: "organisation", kind: "spaceship", name: "", position: { x: 0, y: 0 } };
    const text = JSON.stringify({ ...blank, elements: [element] });
    await expect(readLocalMap(fileOf(text))).rejects.toThrow(/"a".*kind.*spaceship/);
  });

  test("that is far too large is refused before it is read", async () => {
    const file = fileOf("x");
    Object.defineProperty(file, "size", { value: LIMITS.mapBodyBytes + 1 });
    Object.defineProperty(file, "text", { value: () => Promise.reject(new Error("was read")) });
    await expect(readLocalMap(file)).rejects.toThrow(/17 MB.*16 MB/);
  });

  test("that cannot be read from the disk says so", async () => {
    const file = fileOf("x");
    Object.defineProperty(file, "text", { value: () => Promise.reject(new Error("NotReadableError")) });
    await expect(readLocalMap(file)).rejects.toThrow(/could not be read from this device/);
  });
});
