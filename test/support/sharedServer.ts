import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { ServerProcess } from "./serverProcess.ts";

/** Playwright's global setup: one built server for all browser tests, on the port that the configuration chose. */
export default async function setup(): Promise<() => Promise<void>> {
  const script = fileURLToPath(new URL("../../scripts/buildIfStale.mjs", import.meta.url));
  execFileSync(process.execPath, [script], { stdio: ["ignore", "inherit", "inherit"] });
  const server = await ServerProcess.start({ port: Number(process.env.PLUMBLINE_TEST_PORT) });
  return () => server.stop();
}
