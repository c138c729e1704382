import { describe, expect, it, onTestFinished } from "vitest";
import { TrustedProxies } from "../../../server/access/clientAddress.ts";
import { isOverTls } from "../../../server/access/isOverTls.ts";
import type { ServerOptions } from "../../../server/startServer.ts";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import { SmallProxy } from "../../support/SmallProxy.ts";
import { RawClient } from "../support/RawClient.ts";
import { stockClient, synced, until } from "../support/stockClient.ts";
import { withServer } from "../support/withServer.ts";

const trusted = new TrustedProxies("127.0.0.0/8");
const visitor = "81.2.69.142";

async function behindProxy(options: ServerOptions = {}, proto?: string) {
  const server = await withServer({ trustedProxies: trusted, ...options });
  const proxy = await SmallProxy.start({ to: server.port, visitor, ...(proto ? { proto } : {}) });
  onTestFinished(() => proxy.close());
  return { server, proxy: { url: proxy.url, port: 0, close: async () => [] } };
}

async function made(server: { url: string }, headers: Record<string, string> = {}) {
  const response = await fetch(`${server.url}/api/maps`, { method: "POST", body: "{}", headers });
  const { id, links } = (await response.json()) as { id: string; links: { editor: string } };
  return { response, id, link: links.editor, token: links.editor.split("#")[1] ?? "" };
}

/** One of them makes hundreds of calls. */
const longestTestMs = 90_000;

describe("behind a proxy that ends TLS", { timeout: longestTestMs }, () => {
  it("links are https, the cookies are Secure and browsers are told to stay with TLS, without any PUBLIC_URL", async () => {
    const { proxy } = await behindProxy();
    const { response, id, link, token } = await made(proxy);
    expect(link).toBe(`${proxy.url.replace("http:", "https:")}/m/${id}#${token}`);
    expect(response.headers.get("strict-transport-security")).toBe("max-age=31536000");
    const body = JSON.stringify({ map: id, token });
    const entered = await fetch(`${proxy.url}/api/session`, { method: "POST", body });
    const cookies = entered.headers.getSetCookie();
    expect(cookies.length).toBeGreaterThan(0);
    for (const cookie of cookies) expect(cookie).toMatch(/; Secure(;|$)/);
  });

  it("PUBLIC_URL decides what links begin with and which pages may call", async () => {
    const { proxy } = await behindProxy({ publicUrl: new URL("https://maps.example.org") });
    const { id, link, token } = await made(proxy, { Origin: "https://maps.example.org" });
    expect(link).toBe(`https://maps.example.org/m/${id}#${token}`);
    const foreign = await fetch(`${proxy.url}/api/maps`, {
      method: "POST",
      body: "{}",
      headers: { Origin: proxy.url },
    });
    expect(foreign.status).toBe(403);
    const page = ["plumbline", `plumbline.token.${token}`];
    const ours = new RawClient(proxy, id, page, { Origin: "https://maps.example.org" });
    await until(() => ours.heard.length > 0);
    const theirs = new RawClient(proxy, id, page, { Origin: "https://evil.example" });
    await until(() => theirs.httpStatus === 403);
  });

  it("upgrades go through: two people see each other's changes", async () => {
    const { proxy } = await behindProxy();
    const { id, token } = await made(proxy);
    const [one, other] = [stockClient(proxy, id, token), stockClient(proxy, id, token)];
    await Promise.all([synced(one), synced(other)]);
    one.doc.getMap("map").set("title", "Through the proxy");
    await until(() => other.doc.getMap("map").get("title") === "Through the proxy");
  });

  it("each visitor has a limit of their own, and nobody outside reads the metrics", async () => {
    const { server, proxy } = await behindProxy();
    const make = (address: string) =>
      fetch(`${server.url}/api/maps`, {
        method: "POST",
        body: "no map",
        headers: { "X-Forwarded-For": address },
      });
    let refused = 0;
    for (let calls = 0; calls < LIMITS.newMapsBurst + 100 && refused === 0; calls += 50) {
      const answers = await Promise.all(Array.from({ length: 50 }, () => make("81.2.69.1")));
      refused += answers.filter(({ status }) => status === 429).length;
    }
    expect(refused).toBeGreaterThan(0);
    expect((await make("81.2.69.2")).status).toBe(400);
    expect((await fetch(`${proxy.url}/metrics`)).status).toBe(404);
    expect((await fetch(`${server.url}/metrics`)).status).toBe(200);
  });

  it("says nothing of TLS to whoever is not trusted, or came without", async () => {
    const { proxy } = await behindProxy({ trustedProxies: new TrustedProxies("") });
    const { response, link } = await made(proxy);
    expect(link.startsWith("http://")).toBe(true);
    expect(response.headers.has("strict-transport-security")).toBe(false);
    const plain = await behindProxy({}, "http");
    expect((await made(plain.proxy)).link.startsWith("http://")).toBe(true);
    const path = { socketAddress: "::ffff:127.0.0.1", forwardedProto: "https, http" };
    expect(isOverTls(path, null, trusted)).toBe(true);
    expect(isOverTls({ ...path, forwardedProto: undefined }, null, trusted)).toBe(false);
    expect(isOverTls(path, new URL("http://maps.example.org"), trusted)).toBe(false);
  });
});
