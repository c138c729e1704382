import { spawn } from "node:child_process";
import { chmod, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { ServerProcess } from "../support/serverProcess.ts";
import { RawClient } from "./support/RawClient.ts";
import { stockClient, synced, until } from "./support/stockClient.ts";
import { makeMap } from "./support/withServer.ts";

const builtServer = fileURLToPath(new URL("../../dist/server/main.js", import.meta.url));

async function started(environment: Record<string, string> = {}): Promise<ServerProcess> {
  const server = await ServerProcess.start({ environment });
  onTestFinished(() => server.stop());
  return server;
}

const asRunning = (server: ServerProcess) => ({
  url: server.address,
  port: server.port,
  close: async () => [],
});

/** Runs the server until it ends by itself. */
function run(
  environment: Record<string, string>,
): Promise<{ code: number | null; errors: string; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [builtServer], { env: { ...process.env, ...environment } });
    let [errors, output] = ["", ""];
    child.stderr.on("data", (part: Buffer) => {
      errors += part;
    });
    child.stdout.on("data", (part: Buffer) => {
      output += part;
    });
    child.once("error", reject);
    child.once("exit", (code) => resolve({ code, errors, output }));
  });
}

describe("the built server", () => {
  it("says one line on its standard output, when it is ready", async () => {
    const server = await started();
    await makeMap(asRunning(server));
    const [first, ...more] = server.output.split("\n").filter((line) => !line.startsWith("{") && line !== "");
    expect(first).toBe(`Plumbline is ready: ${server.address}`);
    expect(more).toEqual([]);
  });

  it("has everything again after it was killed, and everybody comes back by themselves", async () => {
    const server = await started();
    const map = await makeMap(asRunning(server), { template: "Cambridgeshire: UnitingCare, 2015" });
    const writer = await RawClient.join(asRunning(server), map.id, map.token.editor, "plumbline.ack");
    const [one, other] = [
      stockClient(asRunning(server), map.id, map.token.editor),
      stockClient(asRunning(server), map.id, map.token.editor),
    ];
    await Promise.all([synced(one), synced(other)]);
    one.doc.getMap("map").set("title", "Kept");
    await until(() => other.doc.getMap("map").get("title") === "Kept");
    writer.askForAck(1);
    await until(() => writer.acks.length === 1);
    await server.restart();
    await until(() => one.provider.synced && other.provider.synced);
    const late = stockClient(asRunning(server), map.id, map.token.viewer);
    await synced(late);
    expect(late.doc.getMap("map").get("title")).toBe("Kept");
    expect(late.doc.getMap("elements").size).toBe(one.doc.getMap("elements").size);
  });

  it("says that its port is taken, and ends with 1", async () => {
    const server = await started();
    const folder = await mkdtemp(join(tmpdir(), "plumbline-main-"));
    const { code, errors, output } = await run({
      PORT: String(server.port),
      HOST: "127.0.0.1",
      DATA_DIR: folder,
    });
    expect(code).toBe(1);
    expect(errors).toBe(`Port ${server.port} of 127.0.0.1 is taken. Set PORT to another.\n`);
    expect(output).toBe("");
  });

  it("says that its folder cannot be written, is in use, or that a setting is wrong, and ends with 1", async () => {
    const folder = await mkdtemp(join(tmpdir(), "plumbline-main-"));
    await writeFile(join(folder, "file"), "");
    const unwritable = await run({ PORT: "0", DATA_DIR: join(folder, "file") });
    expect(unwritable.code).toBe(1);
    expect(unwritable.errors).toMatch(/^The data folder .*file cannot be written/);
    const server = await started();
    const inUse = await run({ PORT: "0", DATA_DIR: server.dataDir });
    expect(inUse.errors).toBe(`The data folder ${server.dataDir} is in use by another server.\n`);
    const wrong = await run({ PORT: "eighty", DATA_DIR: folder });
    expect(wrong).toEqual({
      code: 1,
      output: "",
      errors: 'PORT must be a number from 0 to 65535, not "eighty".\n',
    });
  });

  // The superuser may write everywhere.
  it.skipIf(process.getuid?.() === 0)("says that its folder is read-only", async () => {
    const folder = await mkdtemp(join(tmpdir(), "plumbline-main-"));
    await chmod(folder, 0o555);
    const { code, errors } = await run({ PORT: "0", DATA_DIR: folder });
    expect(code).toBe(1);
    expect(errors).toBe(`The data folder ${folder} cannot be written (EACCES).\n`);
  });
});
