import { defineConfig } from "@playwright/test";
import { chromiumFlags, findChromium } from "./scripts/findChromium.mjs";
import { freePort } from "./test/support/freePort.ts";

// Playwright reads this file again in every worker: what is found out here once goes on in the environment.
process.env.PLUMBLINE_CHROMIUM ??= await findChromium();
process.env.PLUMBLINE_TEST_PORT ??= String(await freePort());

/** No name leads anywhere: what asks another server fails, on every page and in every worker, and the test with it. */
const OWN_MACHINE_ONLY = ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"];

export default defineConfig({
  testDir: "test/e2e",
  testMatch: "**/*.{test,spec}.ts",
  outputDir: "test-results/browser",
  globalSetup: "./test/support/sharedServer.ts",
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    baseURL: `http://127.0.0.1:${process.env.PLUMBLINE_TEST_PORT}`,
    viewport: { width: 1366, height: 768 },
    locale: "en-GB",
    // Recording one costs every test a tenth of its time; `PLUMBLINE_TRACE=1` keeps those of tests that fail.
    trace: process.env.PLUMBLINE_TRACE ? "retain-on-failure" : "off",
    // Every test is a browser of its own, and each would first put the whole page by: those about that allow it.
    serviceWorkers: "block",
    launchOptions: {
      executablePath: process.env.PLUMBLINE_CHROMIUM,
      args: [...chromiumFlags(), ...OWN_MACHINE_ONLY],
    },
  },
});
