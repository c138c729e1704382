import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** What a server needs to run, and what whoever runs it reads. */
const FOLDERS = ["bin", "dist/client", "dist/server", "docs"];
const FILES = [
  "LICENSE",
  "README.md",
  "package-lock.json",
  "package.json",
  "scripts/isRunning.mjs",
  "scripts/start.mjs",
];
const LEFT_OUT = [/(^|\/)\./, /\.map$/];

function filesIn(root, folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll("\\", "/"),
    );
}

/**
 * The files of a release, sorted, as paths from `root`. Throws where one that it needs is missing.
 */
export function releaseFiles(root) {
  const missing = [...FOLDERS, ...FILES].filter((path) => !existsSync(join(root, path)));
  if (missing.length > 0) throw new Error(`A release needs ${missing.join(", ")}: run npm run build.`);
  return [...FOLDERS.flatMap((folder) => filesIn(root, folder)), ...FILES]
    .filter((path) => !LEFT_OUT.some((pattern) => pattern.test(path)))
    .sort();
}
