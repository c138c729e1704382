import { execFileSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Where the programs that we are compared with live, with a lockfile of their own. */
export const PEERS = new URL("./peers/", import.meta.url);

/** Installs them unless that has been done since the lockfile was changed. */
export function installPeers(): void {
  const installed = new URL("node_modules/.package-lock.json", PEERS);
  const changedAtMs = statSync(new URL("package-lock.json", PEERS)).mtimeMs;
  if (existsSync(installed) && statSync(installed).mtimeMs >= changedAtMs) return;
  process.stderr.write("Installing the servers to compare with …\n");
  execFileSync("npm", ["ci"], { cwd: fileURLToPath(PEERS), stdio: ["ignore", "ignore", "inherit"] });
}
