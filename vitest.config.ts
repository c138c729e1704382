import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const tests = (folder: string) => `test/${folder}/**/*.test.{ts,tsx}`;

/** The files that take longest, the longest first: one that began late would keep a core while the other has nothing left to do. */
const LONG = [
  "server/shutDown",
  "server/cli/backup",
  "server/live/blockedWebSockets",
  "fuzz/convergence",
  "contract/storage",
  "server/live/protocol",
  "server/cli/otherCommands",
  "server/cli/check",
  "server/live/brokenStore",
  "reliability/kill",
  "server/main",
  "client/sync/openMapSession",
  "shared/layout/tidyMap",
  "shared/geometry/RelationRouter",
  "shared/rules/fixes",
].map((name) => here(`test/${name}.test.ts`));

// Files that only compute, or that start every server of theirs themselves, share what they import: loading it again for each of
// them took longer than the tests. The stores of the page are not shared: what one file leaves in them another would find.
const SERVING = "serving";
const PAGE = "page";
const COMPUTING = "computing";
const PROJECTS: readonly string[] = [SERVING, PAGE, COMPUTING];
/** What several servers share: its tests need PostgreSQL and Redis, and run by themselves. */
const SCALE = "scale";

/** One project after the other, since a worker goes on with files of its project only; in each the long files first. */
class LongFilesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ project, moduleId }: TestSpecification) => {
      const long = LONG.indexOf(moduleId);
      return [PROJECTS.indexOf(project.name), long < 0 ? LONG.length : long] as const;
    };
    return files
      .map((file) => ({ file, place: place(file) }))
      .sort(({ place: a }, { place: b }) => a[0] - b[0] || a[1] - b[1])
      .map(({ file }) => file);
  }
}

const PATIENCE = { testTimeout: 30_000, hookTimeout: 60_000 };

/** Tests that start servers take the threads of those from the build. */
const BUILT_THREADS = {
  resolve: { alias: [{ find: /^\.\/startWorker\.ts$/, replacement: here("test/support/startWorker.ts") }] },
};
const BUILT = { globalSetup: here("test/support/buildServer.ts"), ...PATIENCE };

export default defineConfig({
  test: {
    // Two cores, and tests that wait for a server, a process or the disk leave one of them free.
    maxWorkers: 3,
    sequence: { sequencer: LongFilesFirst },
    projects: [
      {
        ...BUILT_THREADS,
        test: {
          ...BUILT,
          name: SERVING,
          include: ["server", "contract", "fuzz", "reliability"].map(tests),
          pool: "forks",
          isolate: false,
        },
      },
      {
        ...BUILT_THREADS,
        test: { ...BUILT, name: SCALE, include: [tests("scale")], pool: "forks", isolate: false },
      },
      { ...BUILT_THREADS, test: { ...BUILT, name: PAGE, include: [tests("client")], pool: "threads" } },
      {
        test: {
          ...PATIENCE,
          name: COMPUTING,
          include: ["shared", "systems", "scripts"].map(tests),
          pool: "threads",
          isolate: false,
        },
      },
    ],
  },
});
