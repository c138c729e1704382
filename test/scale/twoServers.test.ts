import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isRunning } from "../../scripts/isRunning.mjs";
import { eventually } from "../contract/support/eventually.ts";
import { stockClient, synced, until } from "../server/support/stockClient.ts";
import { callWith, makeMap } from "../server/support/withServer.ts";
import { freePort } from "../support/freePort.ts";
import { freshDatabase, REDIS_URL } from "./support/services.ts";

const SCRIPT = fileURLToPath(new URL("../../scripts/twoServers.mjs", import.meta.url));
const LONGEST_TEST_MS = 90_000;

describe("npm run two-servers", { timeout: LONGEST_TEST_MS }, () => {
  let child: ChildProcess;
  let said = "";
  let remove: () => Promise<void>;
  beforeAll(async () => {
    const database = await freshDatabase();
    remove = database.remove;
    child = spawn(process.execPath, [SCRIPT], {
      env: { ...process.env, PORT: String(await freePort()), DATABASE_URL: database.url, REDIS_URL },
      stdio: ["ignore", "pipe", "inherit"],
    });
    await new Promise<void>((resolve, reject) => {
      child.stdout?.setEncoding("utf8").on("data", (text: string) => {
        said += text;
        if (said.includes("is ready on 2 servers")) resolve();
      });
      child.once("exit", () => reject(new Error(`It has ended. It said:\n${said}`)));
    });
  }, LONGEST_TEST_MS);
  afterAll(async () => {
    child.kill("SIGKILL");
    for (const { pid } of servers()) if (isRunning(pid)) process.kill(pid, "SIGKILL");
    await remove();
  });

  const servers = () =>
    [...said.matchAll(/^Server \d: (\S+), process (\d+)$/gm)].map(([, url = "", pid]) => ({
      url,
      pid: Number(pid),
    }));
  const front = () => ({ url: /2 servers: (\S+)/.exec(said)?.[1] ?? "" }) as Parameters<typeof makeMap>[0];

  it("keeps a session over plain HTTP on the server that the page's cookie names", async () => {
    const { id, token } = await makeMap(front());
    const cookieOf = async () => {
      const page = await fetch(front().url, { headers: { "Sec-Fetch-Dest": "document" } });
      return page.headers.get("set-cookie")?.split(";", 1)[0] ?? "";
    };
    const cookies = [await cookieOf(), await cookieOf(), await cookieOf()];
    expect(new Set(cookies)).toEqual(new Set(["plumbline-server=1", "plumbline-server=2"]));
    for (const number of [2, 1, 2]) {
      const call = (path: string, init: RequestInit) =>
        fetch(`${front().url}/sync/${id}/http${path}`, { method: "POST", ...init });
      const Cookie = `plumbline-server=${number}`;
      const Authorization = `Bearer ${token.editor}`;
      const opened = await call("", {
        headers: { Cookie, Authorization },
        body: JSON.stringify({ protocols: ["plumbline"] }),
      });
      expect(opened.status).toBe(201);
      const { connection } = (await opened.json()) as { connection: string };
      const headers = { Cookie, Authorization, "Plumbline-Connection": connection };
      for (let count = 0; count < 4; count += 1)
        expect((await call("/receive?from=0&wait=0", { headers })).status).toBe(200);
      const metrics = await (await fetch(`${servers()[number - 1]?.url}/metrics`)).text();
      expect(metrics).toMatch(/^plumbline_open_sockets\{transport="http",role="editor"\} 1$/m);
      expect((await call("/close", { headers })).ok).toBe(true);
    }
  });

  it("spreads people over both, who see each other; one that is killed is left out; its end is the end of all", async () => {
    const map = await makeMap(front());
    const [one, other] = [
      stockClient(front(), map.id, map.token.editor),
      stockClient(front(), map.id, map.token.editor),
    ];
    await Promise.all([synced(one), synced(other)]);
    for (const { url } of servers()) {
      const metrics = await (await fetch(`${url}/metrics`)).text();
      expect(metrics).toMatch(/^plumbline_open_sockets\{.*role="editor".*\} 1$/m);
    }
    one.doc.getMap("map").set("title", "From the one");
    await until(() => other.doc.getMap("map").get("title") === "From the one");

    const [first, second] = servers();
    process.kill(first?.pid ?? 0, "SIGKILL");
    await until(() => said.includes("Server 1 has ended (SIGKILL)."));
    for (let count = 0; count < 6; count += 1)
      expect((await callWith(front(), map.token.viewer, `/api/maps/${map.id}`)).status).toBe(200);
    one.doc.getMap("map").set("title", "From the one again");
    await until(() => other.doc.getMap("map").get("title") === "From the one again");
    other.doc.getMap("map").set("title", "And back");
    await until(() => one.doc.getMap("map").get("title") === "And back");

    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
    await eventually(() => expect(isRunning(second?.pid ?? 0)).toBe(false));
  });
});
