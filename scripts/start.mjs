// Builds what is stale and becomes the server. One process, so that a signal to it reaches the server.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const path = (name) => fileURLToPath(new URL(name, import.meta.url));

const { status } = spawnSync(process.execPath, [path("buildIfStale.mjs")], { stdio: ["ignore", 2, 2] });
if (status !== 0) process.exit(status ?? 1);
process.setSourceMapsEnabled(true);
await import(new URL("../dist/server/main.js", import.meta.url).href);
