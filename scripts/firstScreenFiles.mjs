// Which built files the browser must have before a map is on the screen: what index.html starts with, the page of a map, and all
// that these import. What they load later (`loadLater`, `import()`) does not count.
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync } from "vite";

const page = resolve(fileURLToPath(import.meta.url), "../../dist/client");
const assets = join(page, "assets");

/** The paths of these files. Throws where the page has not been built. */
export function firstScreenFiles() {
  const found = new Set();
  const visit = (name) => {
    if (found.has(name)) return;
    found.add(name);
    for (const imported of importedBy(name)) visit(imported);
  };
  for (const name of [...startsOfThePage(), ...chunksCalled("MapPage")]) visit(name);
  return [...found].map((name) => join(assets, name));
}

function startsOfThePage() {
  const html = readFileSync(join(page, "index.html"), "utf8");
  const names = [...html.matchAll(/<script type="module"[^>]*src="\/assets\/([^"]+)"/g)].map(
    ([, name]) => name,
  );
  if (names.length === 0) throw new Error("dist/client/index.html starts no script.");
  return names;
}

function chunksCalled(start) {
  const names = readdirSync(assets).filter((name) => name.startsWith(`${start}-`) && name.endsWith(".js"));
  if (names.length !== 1)
    throw new Error(`There are ${names.length} files called ${start} in dist/client/assets.`);
  return names;
}

function importedBy(name) {
  const { module } = parseSync(name, readFileSync(join(assets, name), "utf8"));
  return module.staticImports.map(({ moduleRequest }) => moduleRequest.value.replace(/^\.\//, ""));
}
