#!/usr/bin/env node
// Builds the page and the server where their sources have changed since the last build. Writes nothing to standard output.
import {
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { withBuildLock } from "./buildLock.mjs";
import { sourceHash } from "./sourceHash.mjs";

const root = resolve(fileURLToPath(import.meta.url), "../..");

// Test runners set it to "test", and what they build is what `npm start` then serves.
process.env.NODE_ENV = "production";

const TARGETS = {
  server: { folders: ["server", "shared"], options: { ssr: true } },
  client: { folders: ["client", "shared"], options: {} },
};

const outputOf = (name) => join(root, "dist", name);
const stampOf = (name) => join(outputOf(name), ".built-from");
const say = (text) => process.stderr.write(`${text}\n`);

function isStale(name) {
  if (!existsSync(stampOf(name))) return true;
  return readFileSync(stampOf(name), "utf8") !== sourceHash(root, TARGETS[name].folders);
}

function toStandardError() {
  return {
    hasWarned: false,
    info() {},
    warn(message) {
      this.hasWarned = true;
      say(message);
    },
    warnOnce(message) {
      this.warn(message);
    },
    error: say,
    clearScreen() {},
    hasErrorLogged: () => false,
  };
}

/** Builds beside the old output and then changes places with it, so that nobody ever sees half a build. */
async function build(name) {
  const startedMs = Date.now();
  const hash = sourceHash(root, TARGETS[name].folders);
  const fresh = join(root, "dist", `.${name}-${process.pid}`);
  const old = `${fresh}-old`;
  try {
    const vite = await import("vite");
    await vite.build({
      configFile: join(root, "vite.config.ts"),
      logLevel: "warn",
      customLogger: toStandardError(),
      build: { ...TARGETS[name].options, outDir: fresh },
    });
    writeFileSync(join(fresh, ".built-from"), hash);
    if (existsSync(outputOf(name))) renameSync(outputOf(name), old);
    renameSync(fresh, outputOf(name));
  } finally {
    for (const path of [fresh, old]) rmSync(path, { recursive: true, force: true });
  }
  say(`Built the ${name} in ${((Date.now() - startedMs) / 1000).toFixed(1)} s.`);
}

/** Brings the named targets up to date; throws when a build fails. */
export async function buildIfStale(names = Object.keys(TARGETS)) {
  if (!names.some(isStale)) return;
  mkdirSync(join(root, "dist"), { recursive: true });
  await withBuildLock(join(root, "dist", ".lock"), say, async () => {
    for (const name of names.filter(isStale)) {
      say(`Building the ${name} …`);
      await build(name);
    }
  });
}

if (process.argv[1] && realpathSync(process.argv[1]) === realpathSync(fileURLToPath(import.meta.url))) {
  const names = process.argv.slice(2);
  const unknown = names.find((name) => !(name in TARGETS));
  if (unknown) {
    say(`There is no build called ${unknown}: choose from ${Object.keys(TARGETS).join(", ")}.`);
    process.exit(2);
  }
  try {
    await buildIfStale(names.length > 0 ? names : undefined);
  } catch (error) {
    say(`The build failed: ${error instanceof Error ? error.message : error}`);
    process.exit(1);
  }
}
