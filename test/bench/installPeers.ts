import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Where the programs that we are compared with live, with a lockfile of their own. */
export const PEERS = new URL("./peers/", import.meta.url);

/** Installs them unless that has been done. */
export function installPeers(): void {
  if (existsSync(new URL("node_modules/.package-lock.json", PEERS))) return;
  execFileSync("npm", ["ci"], { cwd: fileURLToPath(PEERS), stdio: ["ignore", "ignore", "inherit"] });
}
