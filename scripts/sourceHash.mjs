import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const OWN_CONFIGURATION = [
  "package.json",
  "package-lock.json",
  "scripts/pageChunks.ts",
  "tsconfig.json",
  "vite.config.ts",
];

function filesUnder(root, path) {
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}

/**
 * A hash over the names and contents of everything that a build is made from.
 * Contents, not times: a fresh clone and a changed branch carry times that say nothing.
 */
export function sourceHash(root, folders) {
  const hash = createHash("sha256").update(process.version.split(".")[0]);
  const files = [...OWN_CONFIGURATION, ...folders].flatMap((path) => filesUnder(root, path)).sort();
  for (const file of files) {
    const content = readFileSync(join(root, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}
