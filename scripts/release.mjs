// Makes a release in release/: checks, builds, and packs what a server needs to run, with its bill of materials and checksums.
// npm run release -- --unchecked leaves the checks out, for trying it.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { billsOfMaterials } from "./billsOfMaterials.mjs";
import { buildIfStale } from "./buildIfStale.mjs";
import { releaseFiles } from "./releaseFiles.mjs";

const root = resolve(fileURLToPath(import.meta.url), "../..");
const out = join(root, "release");
const say = (text) => process.stderr.write(`${text}\n`);

function run(program, words, options = {}) {
  const { status, stdout } = spawnSync(program, words, {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    ...options,
  });
  if (status !== 0) throw new Error(`${program} ${words.join(" ")} failed.`);
  return stdout;
}

function check() {
  const changed = run("git", ["status", "--porcelain"]);
  if (changed !== "") throw new Error(`A release is made of what is committed. These are not:\n${changed}`);
  run(process.execPath, [join(root, "scripts/test.mjs")], { stdio: ["ignore", 2, 2] });
}

/** Writes a file of the release, and answers with its name. */
function write(name, content) {
  writeFileSync(join(out, name), content);
  return name;
}

function pack(name, boms) {
  const staging = mkdtempSync(join(tmpdir(), "plumbline-release-"));
  try {
    for (const path of releaseFiles(root)) {
      const copy = join(staging, name, path);
      mkdirSync(dirname(copy), { recursive: true });
      copyFileSync(join(root, path), copy);
    }
    for (const bom of boms) copyFileSync(join(out, bom), join(staging, name, bom));
    run("tar", ["-czf", join(out, `${name}.tar.gz`), "-C", staging, name]);
    return `${name}.tar.gz`;
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

const sumOf = (name) =>
  createHash("sha256")
    .update(readFileSync(join(out, name)))
    .digest("hex");

try {
  if (!process.argv.includes("--unchecked")) check();
  await buildIfStale();
  const { name, version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out);
  const { cyclonedx, spdx } = billsOfMaterials(root);
  const boms = [
    write("sbom.cdx.json", `${JSON.stringify(cyclonedx, null, 2)}\n`),
    write("sbom.spdx.json", `${JSON.stringify(spdx, null, 2)}\n`),
  ];
  const packed = pack(`${name}-${version}`, boms);
  const sums = [packed, ...boms].map((file) => `${sumOf(file)}  ${file}\n`);
  write("SHA256SUMS", sums.join(""));
  say(`release/ holds:\n${sums.join("")}`);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
