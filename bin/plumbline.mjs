#!/usr/bin/env node
// The command line. In a checkout it first builds what is stale; what is installed brings its build along.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const CANNOT_RUN = 2;
const isCheckout = existsSync(new URL("../server/cli/main.ts", import.meta.url));

if (isCheckout) {
  const script = fileURLToPath(new URL("../scripts/buildIfStale.mjs", import.meta.url));
  const { status } = spawnSync(process.execPath, [script, "server"], { stdio: ["ignore", 2, 2] });
  if (status !== 0) process.exit(CANNOT_RUN);
}
await import(new URL("../dist/server/cli.js", import.meta.url).href);
