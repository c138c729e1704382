// Builds what is stale in a checkout, and becomes the server. One process, so that a signal to it reaches the server.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isRunning } from "./isRunning.mjs";

const PARENT_POLL_MS = 500;
const path = (name) => fileURLToPath(new URL(name, import.meta.url));

function parentOf(pid) {
  const { stdout } = spawnSync("ps", ["-o", "ppid=", "-p", String(pid)], { encoding: "utf8" });
  return Number(stdout) || undefined;
}

/**
 * npm runs its scripts in a shell, which hands no signal on: without this, ending `npm start` would leave the server alive and holding
 * its port. Ends in good order when the shell, or npm behind it, is gone.
 */
function endWithNpm() {
  const shell = process.ppid;
  const npm = parentOf(shell);
  const poll = setInterval(() => {
    if (process.ppid === shell && (npm === undefined || isRunning(npm))) return;
    clearInterval(poll);
    process.kill(process.pid, "SIGTERM");
  }, PARENT_POLL_MS);
  poll.unref();
}

if (process.env.npm_lifecycle_event === "start" && process.platform !== "win32") endWithNpm();
// What was released brings its build along.
if (existsSync(path("../server/main.ts"))) {
  const { status } = spawnSync(process.execPath, [path("buildIfStale.mjs")], { stdio: ["ignore", 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
}
process.setSourceMapsEnabled(true);
await import(new URL("../dist/server/main.js", import.meta.url).href);
