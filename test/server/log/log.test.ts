import { describe, expect, it, onTestFinished } from "vitest";
import * as Y from "yjs";
import { loggedError } from "../../../server/log/loggedError.ts";
import { loggedPath } from "../../../server/log/loggedPath.ts";
import { StoreError } from "../../../server/storage/StoreError.ts";
import { ServerProcess } from "../../support/serverProcess.ts";
import { RawClient } from "../support/RawClient.ts";
import { stockClient, synced, until } from "../support/stockClient.ts";
import { callWith, makeMap } from "../support/withServer.ts";

interface Line {
  readonly level: string;
  readonly msg: string;
  readonly [key: string]: unknown;
}

async function started(environment: Record<string, string>) {
  const server = await ServerProcess.start({ environment });
  onTestFinished(() => server.stop());
  const running = Object.assign(server, { url: server.address, close: async () => [] });
  const lines = (): readonly Line[] =>
    server.output
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("Plumbline is ready"))
      .map((line) => JSON.parse(line) as Line);
  return { server: running, lines };
}

describe("the log", () => {
  it("is a few lines of JSON: started, who came for what, going down, saved", async () => {
    const { server, lines } = await started({});
    const map = await makeMap(server);
    await fetch(`${server.url}/api/maps`, { method: "POST", body: "{" });
    expect((await callWith(server, map.token.owner, `/api/maps/${map.id}`)).status).toBe(200);
    server.signal("SIGTERM");
    expect(await server.ended()).toBe(0);
    const said = lines().map(({ msg }) => msg);
    expect(said[0]).toBe("Plumbline has started.");
    expect(said).toContain("A map was not taken.");
    expect(said.slice(-2)).toEqual(["Shutting down.", "Shut down; everything that was received is saved."]);
    expect(lines()[0]).toMatchObject({ level: "info", port: server.port, store: server.dataDir });
    expect(lines()[0]?.version).toMatch(/^\d+\.\d+\.\d+/);
    // Calls that went well are for those who look for a fault.
    expect(said).not.toContain("A call was answered.");
  });

  it("holds no token, cookie, name or content at any level, whatever people send and wherever they put it", async () => {
    const { server, lines } = await started({ LOG_LEVEL: "trace", PLUMBLINE_SIGNUP_KEY: "sesame-sign-up" });
    const secrets = ["sesame-sign-up", "wrong-key-7731"];
    await fetch(`${server.url}/api/maps`, {
      method: "POST",
      headers: { "Plumbline-Signup-Key": "wrong-key-7731" },
    });
    const made = await fetch(`${server.url}/api/maps`, {
      method: "POST",
      headers: { "Plumbline-Signup-Key": "sesame-sign-up" },
      body: JSON.stringify({ title: "Confidential merger" }),
    });
    const { id, links } = (await made.json()) as { id: string; links: Record<string, string> };
    const tokens = Object.values(links).map((link) => link.split("#")[1] ?? "");
    const [owner = "", editor = ""] = tokens;
    secrets.push(...tokens, "Confidential merger");

    const entered = await fetch(`${server.url}/api/session`, {
      method: "POST",
      body: JSON.stringify({ map: id, token: owner }),
    });
    const cookies = entered.headers.getSetCookie().map((cookie) => cookie.split(";")[0] ?? "");
    secrets.push(...cookies.map((cookie) => cookie.split("=")[1] ?? "").filter((value) => value.length > 8));
    const Cookie = cookies.join("; ");
    await fetch(`${server.url}/api/maps/${id}?token=${owner}&name=Jane+Whistler`, { headers: { Cookie } });
    await callWith(server, editor, `/api/maps/${id}`, { method: "DELETE" });
    // Pasted where it does not belong.
    await callWith(server, editor, `/m/${editor}/Jane-Whistler`);
    await callWith(server, `${editor}x`, `/api/maps/${owner}/links/${editor}`);
    await fetch(`${server.url}/api/maps`, {
      method: "POST",
      headers: { "Plumbline-Signup-Key": "sesame-sign-up" },
      body: '{"map":{"elements":[{"name":"Hush Hospital","secret',
    });
    await fetch(`${server.url}/api/session`, { method: "POST", body: `{"map":"${id}","token":"${editor}x` });

    await drawAndLeave(server, id, editor, Cookie);
    secrets.push("Jane Whistler", "Jane-Whistler", "Jane+Whistler", "Quiet Trust", "Hush Hospital");
    server.signal("SIGTERM");
    await server.ended();

    expect(lines().map(({ msg }) => msg)).toContain("A call was answered.");
    expect(lines().some(({ path }) => String(path).includes(id))).toBe(true);
    for (const secret of secrets)
      expect({ secret, isLogged: server.output.includes(secret) }).toEqual({ secret, isLogged: false });
  });
});

async function drawAndLeave(
  server: { url: string },
  id: string,
  editor: string,
  cookie: string,
): Promise<void> {
  const person = stockClient(server, id, editor);
  await synced(person);
  person.provider.awareness.setLocalState({ user: { name: "Jane Whistler", organisation: "Quiet Trust" } });
  person.doc.getMap("elements").set("e1", new Y.Map([["name", "Hush Hospital"]]));
  const byCookie = new RawClient(server, `${id}?name=Jane+Whistler`, ["plumbline"], { Cookie: cookie });
  await until(() => byCookie.heard.length > 0);
  await until(() => byCookie.presence.size > 0);
  const wrong = new RawClient(server, id, ["plumbline", `plumbline.token.${editor}x`]);
  await until(() => wrong.closeCode !== null);
  byCookie.send(new TextEncoder().encode("Hush Hospital, in no form that is known"));
  await until(() => byCookie.closeCode === 4400);
}

describe("loggedPath", () => {
  it.each([
    [
      "/api/maps/abcdefghijklmnop/links/ABCDEFGHIJKLMNO-",
      "/api/maps/abcdefghijklmnop/links/ABCDEFGHIJKLMNO-",
    ],
    ["/api/maps?token=x", "/api/maps"],
    [`/api/maps/${"t".repeat(43)}`, "/api/maps/…"],
    ["/api/maps/Jane%20Whistler", "/api/maps/…"],
    ["/abcdefghijklmnop", "/…"],
    ["/", "/"],
  ])("%s is %s", (path, expected) => {
    expect(loggedPath(path)).toBe(expected);
  });
});

describe("loggedError", () => {
  it("keeps messages of ours and of the system, and of no library that may quote a map", () => {
    expect(loggedError(new StoreError("The disk is full."))).toMatchObject({ message: "The disk is full." });
    expect(loggedError(Object.assign(new Error("no space"), { code: "ENOSPC" }))).toMatchObject({
      code: "ENOSPC",
      message: "no space",
    });
    const quoting = loggedError(new SyntaxError('Unexpected token in "Hush Hospital\n    at Hush Hospital"'));
    expect(quoting.type).toBe("SyntaxError");
    expect(JSON.stringify(quoting)).not.toContain("Hush");
    expect(loggedError("Hush Hospital")).toEqual({ type: "string" });
  });
});
