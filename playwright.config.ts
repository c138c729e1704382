import { defineConfig } from "@playwright/test";
import { chromiumFlags, findChromium } from "./scripts/findChromium.mjs";
import { freePort } from "./test/support/freePort.ts";

// Playwright reads this file again in every worker: what is found out here once goes on in the environment.
process.env.PLUMBLINE_CHROMIUM ??= await findChromium();
process.env.PLUMBLINE_TEST_PORT ??= String(await freePort());

/** No name leads anywhere: what asks another server fails, on every page and in every worker, and the test with it. */
const OWN_MACHINE_ONLY = ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"];

/**
 * The browser makes two pages of its own for the address bar of every window, which cost each test half a second and are never seen.
 * What Playwright itself turns off has to be named again: the last list holds.
 */
const UNUSED_FEATURES = [
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
  "AimEnabled",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsFirstBalancedModeAutoEnable",
  "HttpsUpgrades",
  "LensOverlay",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "PreconnectToSearch",
  "TcpPortRandomizationWin",
  "ThirdPartyStoragePartitioning",
];

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
    // What fades and glides is waited for; the tests that are about it ask for it.
    contextOptions: { reducedMotion: "reduce" },
    // Recording one costs every test a tenth of its time; `PLUMBLINE_TRACE=1` keeps those of tests that fail.
    trace: process.env.PLUMBLINE_TRACE ? "retain-on-failure" : "off",
    // Every test is a browser of its own, and each would first put the whole page by: those about that allow it.
    serviceWorkers: "block",
    launchOptions: {
      executablePath: process.env.PLUMBLINE_CHROMIUM,
      args: [...chromiumFlags(), ...OWN_MACHINE_ONLY, `--disable-features=${UNUSED_FEATURES.join(",")}`],
    },
  },
});
