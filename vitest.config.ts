import { defineConfig } from "vitest/config";

const tests = (folder: string) => `test/${folder}/**/*.test.{ts,tsx}`;

// Files that only compute, or that start every server of theirs themselves, share what they import: loading it again for each of
// them took longer than the tests. The stores of the page are not shared: what one file leaves in them another would find.
const COMPUTING = ["shared", "systems", "scripts"].map(tests);
const ASKING = ["server/http", "server/access", "contract"].map(tests);

const PATIENCE = { testTimeout: 30_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    // Two cores, and the servers that some tests start want one of them.
    maxWorkers: 2,
    projects: [
      { test: { name: "computing", include: COMPUTING, pool: "threads", isolate: false, ...PATIENCE } },
      { test: { name: "asking", include: ASKING, pool: "forks", isolate: false, ...PATIENCE } },
      {
        test: {
          name: "alone",
          include: ["client", "server", "fuzz", "reliability"].map(tests),
          exclude: ASKING,
          pool: "forks",
          ...PATIENCE,
        },
      },
    ],
  },
});
