import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The command line and the storage worker are tested as they are shipped: built. */
export default function setup(): void {
  const script = fileURLToPath(new URL("../../scripts/buildIfStale.mjs", import.meta.url));
  execFileSync(process.execPath, [script, "server"], { stdio: ["ignore", "inherit", "inherit"] });
}
