// Finds a Chromium for the browser tests and the pictures, and fetches one only where there is none.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "msedge",
  "microsoft-edge",
];
const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];
const FETCH_WITHIN_MS = 5 * 60_000;

const isRoot = () => process.getuid?.() === 0;

/** What a test browser is started with; nothing in it calls home. */
export function chromiumFlags() {
  return [
    ...(isRoot() ? ["--no-sandbox"] : []),
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ];
}

/** A browser that is there but lacks its libraries is no browser; on Windows asking for the version would open a window. */
function runs(path) {
  if (!existsSync(path)) return false;
  return process.platform === "win32" || spawnSync(path, ["--version"], { stdio: "ignore" }).status === 0;
}

function installed() {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...PLACES].find(runs);
}

/** Progress goes to standard error, so that a script that wants the path alone gets it. */
function fetchBy(command, parameters, environment = {}) {
  const { status } = spawnSync(command, parameters, {
    stdio: ["ignore", 2, 2],
    timeout: FETCH_WITHIN_MS,
    env: { ...process.env, ...environment },
  });
  return status === 0;
}

async function playwrightsOwn() {
  const { chromium } = await import("@playwright/test");
  if (runs(chromium.executablePath())) return chromium.executablePath();
  const program = fileURLToPath(import.meta.resolve("@playwright/test/cli"));
  fetchBy(process.execPath, [program, "install", "chromium"], {
    PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "15000",
  });
  return runs(chromium.executablePath()) ? chromium.executablePath() : undefined;
}

function debiansOwn() {
  if (!isRoot() || !existsSync("/etc/debian_version")) return undefined;
  fetchBy("apt-get", ["update"]);
  fetchBy("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], {
    DEBIAN_FRONTEND: "noninteractive",
  });
  return installed();
}

/**
 * The path of a Chromium (or Chrome, or Edge): the one that PLUMBLINE_CHROMIUM names, else one that is installed, else Playwright's,
 * else Debian's. Throws, saying what to do, where there is none.
 */
export async function findChromium() {
  const named = process.env.PLUMBLINE_CHROMIUM;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`PLUMBLINE_CHROMIUM names ${named}, where no file is.`);
  }
  const found = installed() ?? (await playwrightsOwn()) ?? debiansOwn();
  if (found) return found;
  throw new Error(
    "No Chromium was found, and none could be fetched. Install Chromium, Chrome or Edge, or set PLUMBLINE_CHROMIUM to the path of one.",
  );
}
