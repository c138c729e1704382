import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import packageFile from "../../package.json" with { type: "json" };
import { billsOfMaterials } from "../../scripts/billsOfMaterials.mjs";
import { releaseFiles } from "../../scripts/releaseFiles.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");

interface LockFile {
  readonly packages: Readonly<Record<string, { readonly version?: string; readonly dev?: boolean }>>;
}

const lock = JSON.parse(readFileSync(`${root}/package-lock.json`, "utf8")) as LockFile;
/** Each package that runs, as name@version. */
const running = Object.entries(lock.packages)
  .filter(([path, { dev }]) => path !== "" && !dev)
  .map(([path, { version }]) => `${path.split("node_modules/").at(-1)}@${version}`);

describe("the bills of materials", () => {
  const { cyclonedx, spdx } = billsOfMaterials(root);

  it("name every package that runs with its version, and none that only builds or tests", () => {
    expect(cyclonedx.bomFormat).toBe("CycloneDX");
    const { name, version } = packageFile;
    expect(cyclonedx.metadata.component).toMatchObject({ name, version });
    expect(spdx.spdxVersion).toMatch(/^SPDX-2/);
    expect(spdx.name).toBe(`${name}@${version}`);
    const inCycloneDx = cyclonedx.components.map((one) => `${one.name}@${one.version}`);
    const inSpdx = spdx.packages.map((one) => `${one.name}@${one.versionInfo}`);
    expect(new Set(inCycloneDx)).toEqual(new Set(running));
    expect(new Set(inSpdx)).toEqual(new Set([`${name}@${version}`, ...running]));
    for (const [dependency, wanted] of Object.entries(packageFile.dependencies)) {
      expect(inCycloneDx).toContain(`${dependency}@${wanted}`);
    }
    expect(inCycloneDx.some((one) => one.startsWith("vitest@"))).toBe(false);
  });

  it("point at nothing that they do not list, and name licences", () => {
    const refs = new Set([cyclonedx.metadata.component["bom-ref"]]);
    for (const component of cyclonedx.components) refs.add(component["bom-ref"]);
    for (const { ref, dependsOn } of cyclonedx.dependencies) {
      expect([ref, ...dependsOn].filter((one) => !refs.has(one))).toEqual([]);
    }
    const ids = new Set(["SPDXRef-DOCUMENT", ...spdx.packages.map(({ SPDXID }) => SPDXID)]);
    const lost = spdx.relationships.filter(
      ({ spdxElementId, relatedSpdxElement }) => !ids.has(spdxElementId) || !ids.has(relatedSpdxElement),
    );
    expect(lost).toEqual([]);
    expect(cyclonedx.components.filter(({ licenses }) => !licenses?.length)).toEqual([]);
  });
});

describe("what a release packs", () => {
  beforeAll(() => {
    execFileSync(process.execPath, [`${root}/scripts/buildIfStale.mjs`], { stdio: "inherit" });
  }, 180_000);

  it("is what a server needs to run, and what whoever runs it reads", () => {
    const files = releaseFiles(root);
    for (const needed of [
      "LICENSE",
      "README.md",
      "bin/plumbline.mjs",
      "dist/client/index.html",
      "dist/server/cli.js",
      "dist/server/copyWorker.js",
      "dist/server/jobWorker.js",
      "dist/server/main.js",
      "dist/server/sqliteWorker.js",
      "docs/operating.md",
      "package-lock.json",
      "package.json",
      "scripts/start.mjs",
    ]) {
      expect(files).toContain(needed);
    }
  });

  it("holds no source, test, map of the source, data or hidden file", () => {
    const strange = releaseFiles(root).filter((path) =>
      /^(client|server|shared|test|data|node_modules|release)\/|\.(tsx?|map|sqlite)$|(^|\/)\./.test(path),
    );
    expect(strange).toEqual([]);
  });
});
