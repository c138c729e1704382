import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/{shared,server,client,contract,fuzz,systems,scripts,reliability}/**/*.test.{ts,tsx}"],
    pool: "forks",
    // Two cores, and the servers that some tests start want one of them.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
