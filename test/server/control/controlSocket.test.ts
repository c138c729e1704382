import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { ControlClient } from "../../../server/control/ControlClient.ts";
import { controlAddress } from "../../../server/control/controlAddress.ts";
import { LineReader } from "../../../server/control/LineReader.ts";
import { openMemoryStorage } from "../../../server/storage/openMemoryStorage.ts";
import { ServerProcess } from "../../support/serverProcess.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

const scratch = temporaryFolder();

describe("the control socket", () => {
  it("and everything in the data folder is for the server's account alone, and goes when the server does", async () => {
    const server = await ServerProcess.start({ dataDir: join(scratch, "data") });
    onTestFinished(() => server.stop());
    for (const name of ["", "plumbline.sock", "plumbline.sqlite", "plumbline.lock"]) {
      expect({ name, others: statSync(join(server.dataDir, name)).mode & 0o077 }).toEqual({
        name,
        others: 0,
      });
    }
    expect(await ControlClient.find(server.dataDir)).not.toBeNull();
    server.signal("SIGTERM");
    expect(await server.ended()).toBe(0);
    expect(existsSync(join(server.dataDir, "plumbline.sock"))).toBe(false);
    expect(await ControlClient.find(server.dataDir)).toBeNull();
  });

  it("that a killed server left behind is no server, and the next one takes its place", async () => {
    const server = await ServerProcess.start({ dataDir: join(scratch, "killed") });
    onTestFinished(() => server.stop());
    await server.kill();
    expect(existsSync(join(server.dataDir, "plumbline.sock"))).toBe(true);
    expect(await ControlClient.find(server.dataDir)).toBeNull();
    await server.restart();
    const client = await ControlClient.find(server.dataDir);
    expect((await client?.maps())?.maps).toEqual([]);
  });

  it("serves one piece of work at a time, and says so", async () => {
    const server = await ServerProcess.start({ dataDir: join(scratch, "busy") });
    onTestFinished(() => server.stop());
    const client = await ControlClient.find(server.dataDir);
    const asked = await Promise.allSettled(Array.from({ length: 3 }, () => client?.backup(() => {})));
    const refused = asked.filter((one) => one.status === "rejected").map(({ reason }) => String(reason));
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.every((reason) => reason.includes("Another backup or restore is running"))).toBe(true);
    expect(asked.some(({ status }) => status === "fulfilled")).toBe(true);
  });

  it("lies in the data folder, is a pipe on Windows, and is not where the folder's path is too long for one", () => {
    expect(controlAddress("/var/lib/plumbline", "linux")).toBe("/var/lib/plumbline/plumbline.sock");
    expect(controlAddress(`/${"long/".repeat(30)}`, "linux")).toBeNull();
    const pipe = controlAddress("C:\\Data", "win32");
    expect(pipe).toMatch(/^\\\\\.\\pipe\\plumbline-[0-9a-f]{32}$/);
    expect(controlAddress("c:\\data", "win32")).toBe(pipe);
    expect(controlAddress("C:\\Other", "win32")).not.toBe(pipe);
  });

  it("is not there for a store that forgets everything", () => {
    expect(openMemoryStorage().copies).toBeUndefined();
  });
});

describe("LineReader", () => {
  it("reads lines and then bytes, wherever the pieces are cut", async () => {
    const content = Buffer.from('{"step":"ä"}\n{"bytes":4}\n\n\u0000\n!');
    for (let size = 1; size <= content.length; size++) {
      const pieces = async function* () {
        for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
      };
      const reader = new LineReader(pieces());
      expect([await reader.line(), await reader.line()]).toEqual(['{"step":"ä"}', '{"bytes":4}']);
      const rest: Uint8Array[] = [];
      for await (const piece of reader.bytes()) rest.push(piece);
      expect(Buffer.concat(rest).toString()).toBe("\n\u0000\n!");
    }
  });

  it("says that the stream has ended in the middle of a line", async () => {
    const reader = new LineReader(
      (async function* () {
        yield Buffer.from('{"step":');
      })(),
    );
    expect(await reader.line()).toBeNull();
  });
});
