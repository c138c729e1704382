// Makes docs/rules anew from the rules and their examples.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { allPages } from "./allPages.ts";

const folder = new URL("../../docs/rules/", import.meta.url);
const pages = await allPages();
rmSync(folder, { recursive: true, force: true });
mkdirSync(new URL("pictures/", folder), { recursive: true });
for (const [path, text] of pages) writeFileSync(new URL(path, folder), text);
console.log(`${pages.size} files in docs/rules`);
