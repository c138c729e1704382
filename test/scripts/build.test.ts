import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, renameSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { withBuildLock } from "../../scripts/buildLock.mjs";
import { sourceHash } from "../../scripts/sourceHash.mjs";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const folder = temporaryFolder();

/** A process id that is no longer in use: that of a process that has ended. */
const endedPid = () => spawnSync(process.execPath, ["-e", ""]).pid;

describe("the lock of a build", () => {
  const lock = join(folder, ".lock");

  test("lets one at a time do its work, and is gone afterwards", async () => {
    const running: string[] = [];
    let most = 0;
    const work = (name: string) => async () => {
      running.push(name);
      most = Math.max(most, running.length);
      await new Promise((resolve) => setImmediate(resolve));
      running.splice(running.indexOf(name), 1);
      return name;
    };
    const names = ["a", "b", "c"];
    const done = await Promise.all(names.map((name) => withBuildLock(lock, () => {}, work(name))));
    expect(done).toEqual(names);
    expect(most).toBe(1);
    expect(existsSync(lock)).toBe(false);
  });

  test("is taken over from a process that has ended without giving it back", async () => {
    writeFileSync(lock, String(endedPid()));
    expect(
      await withBuildLock(
        lock,
        () => {},
        async () => "done",
      ),
    ).toBe("done");
  });

  test("is given back when the work fails", async () => {
    await expect(
      withBuildLock(
        lock,
        () => {},
        () => Promise.reject(new Error("no")),
      ),
    ).rejects.toThrow("no");
    expect(existsSync(lock)).toBe(false);
  });
});

describe("what a build is made from", () => {
  const root = join(folder, "checkout");
  for (const place of ["server/storage", "scripts"]) mkdirSync(join(root, place), { recursive: true });
  for (const file of [
    "package.json",
    "package-lock.json",
    "scripts/pageChunks.ts",
    "tsconfig.json",
    "vite.config.ts",
    "server/main.ts",
  ])
    writeFileSync(join(root, file), file);
  const hash = () => sourceHash(root, ["server"]);

  test("is the same after a copy and under another time", () => {
    const before = hash();
    cpSync(root, `${root}-copy`, { recursive: true });
    expect(sourceHash(`${root}-copy`, ["server"])).toBe(before);
    utimesSync(join(root, "server/main.ts"), 0, 0);
    expect(hash()).toBe(before);
  });

  test("differs when a file changes, comes or moves, and when the lockfile changes", () => {
    const seen = [hash()];
    const expectAnother = (change: () => void) => {
      change();
      expect(seen).not.toContain(hash());
      seen.push(hash());
    };
    expectAnother(() => writeFileSync(join(root, "server/main.ts"), "changed"));
    expectAnother(() => writeFileSync(join(root, "server/storage/new.ts"), ""));
    expectAnother(() => renameSync(join(root, "server/storage/new.ts"), join(root, "server/storage/old.ts")));
    expectAnother(() => writeFileSync(join(root, "package-lock.json"), "{}"));
    expectAnother(() => writeFileSync(join(root, "scripts/pageChunks.ts"), "changed"));
  });
});
