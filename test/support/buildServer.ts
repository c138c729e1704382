import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Vitest's global setup: threads, servers and commands are started from the build. */
export default function setup(): void {
  const script = fileURLToPath(new URL("../../scripts/buildIfStale.mjs", import.meta.url));
  execFileSync(process.execPath, [script, "server"], { stdio: ["ignore", "inherit", "inherit"] });
}
