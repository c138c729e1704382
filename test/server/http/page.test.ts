import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { TrustedProxies } from "../../../server/access/clientAddress.ts";
import { serverOfFile, withServer } from "../support/withServer.ts";

async function builtPage(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "plumbline-page-"));
  await mkdir(join(folder, "assets"));
  await writeFile(join(folder, "index.html"), "<!doctype html><title>Plumbline</title>");
  await writeFile(join(folder, "assets/index-1a2b.js"), "console.log(1);");
  await writeFile(join(folder, "serviceWorker.js"), "console.log(2);");
  await writeFile(join(folder, ".built-from"), "secret");
  return folder;
}

describe("the page", () => {
  it("is there for the start, the library and a map, and asks each time whether it is new", async () => {
    const server = await withServer({ clientFolder: await builtPage() });
    for (const path of [
      "/",
      "/m/some-map",
      "/library",
      "/library/",
      "/join",
      "/forgotten",
      "/accessibility",
    ]) {
      const response = await fetch(`${server.url}${path}`);
      expect(response.status).toBe(200);
      expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
      expect(response.headers.get("cache-control")).toBe("no-cache");
      expect(await response.text()).toContain("Plumbline");
    }
  });

  it("says whom to tell about barriers, where somebody is named", async () => {
    for (const accessibilityContact of ["access@example.org", null]) {
      const server = await withServer({ accessibilityContact });
      const response = await fetch(`${server.url}/api/about`);
      expect(await response.json()).toEqual({ accessibilityContact });
    }
  });

  it("has a service worker that is asked for anew each time, and may be one", async () => {
    const server = await withServer({ clientFolder: await builtPage() });
    const response = await fetch(`${server.url}/serviceWorker.js`);
    expect(response.headers.get("cache-control")).toBe("no-cache");
    expect(response.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    expect(response.headers.get("content-security-policy")).toContain("worker-src 'self'");
  });

  it("has assets that are kept for ever", async () => {
    const server = await withServer({ clientFolder: await builtPage() });
    const response = await fetch(`${server.url}/assets/index-1a2b.js`);
    expect(response.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(response.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    expect(response.headers.get("content-encoding")).toBe("gzip");
    expect(await response.text()).toBe("console.log(1);");
    const plain = await fetch(`${server.url}/assets/index-1a2b.js`, {
      headers: { "Accept-Encoding": "identity" },
    });
    expect(plain.headers.get("content-encoding")).toBeNull();
  });

  it("lets nobody out of its folder, and shows no hidden file", async () => {
    const server = await withServer({ clientFolder: await builtPage() });
    for (const path of [
      "/.built-from",
      "/assets/../.built-from",
      "/%2e%2e/etc/passwd",
      "/..%2fpackage.json",
      "/%",
      "/nothing",
    ]) {
      expect((await fetch(`${server.url}${path}`)).status).toBe(404);
    }
  });

  it("tells a person who mistyped an address with the page, and a program with an error", async () => {
    const server = await withServer({ clientFolder: await builtPage() });
    const page = await fetch(`${server.url}/nowhere`, { headers: { Accept: "text/html" } });
    expect(page.status).toBe(404);
    expect(await page.text()).toContain("Plumbline");
    const error = await fetch(`${server.url}/nowhere`, { headers: { Accept: "application/json" } });
    expect(error.status).toBe(404);
    expect(await error.json()).toEqual({ error: { message: "There is no such page." } });
    const call = await fetch(`${server.url}/api/nowhere`, { headers: { Accept: "text/html" } });
    expect(call.headers.get("content-type")).toContain("application/json");
  });

  it("allows no inline script or style, and no frame", async () => {
    const server = await withServer({ clientFolder: await builtPage() });
    const { headers } = await fetch(server.url);
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).not.toContain("unsafe");
    for (const part of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' blob: data:",
      "frame-ancestors 'none'",
    ]) {
      expect(policy.split("; ")).toContain(part);
    }
    expect(policy).toContain(`connect-src 'self' ws://${new URL(server.url).host}`);
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });
});

describe("for those who run the server", () => {
  const theServer = serverOfFile();

  it("says that it is alive and ready, and counts", async () => {
    expect((await fetch(`${theServer().url}/healthz`)).status).toBe(200);
    expect((await fetch(`${theServer().url}/readyz`)).status).toBe(200);
    const metrics = await fetch(`${theServer().url}/metrics`);
    expect(metrics.headers.get("content-type")).toContain("text/plain");
    expect(await metrics.text()).toContain('plumbline_open_sockets{transport="websocket",role="viewer"} 0');
  });

  it("says nothing of that to the world beyond the proxy", async () => {
    const server = await withServer({ trustedProxies: new TrustedProxies("127.0.0.0/8") });
    const call = (forwarded: string) =>
      fetch(`${server.url}/metrics`, { headers: { "X-Forwarded-For": forwarded } });
    expect((await call("81.2.69.142")).status).toBe(404);
    expect((await call("81.2.69.142, 10.1.2.3")).status).toBe(200);
  });

  it("describes the interface, every call of it", async () => {
    const description = (await (await fetch(`${theServer().url}/api`)).json()) as {
      paths: object;
      openapi: string;
    };
    expect(description.openapi).toBe("3.1.0");
    expect(Object.keys(description.paths)).toEqual([
      "/api/maps",
      "/api/maps/{id}",
      "/api/maps/{id}/findings",
      "/api/maps/{id}/export.svg",
      "/api/maps/{id}/export.png",
      "/api/maps/{id}/links",
      "/api/maps/{id}/links/{link}",
      "/api/maps/{id}/codes",
      "/api/join",
      "/api/maps/{id}/people",
      "/api/maps/{id}/people/{client}",
      "/api/maps/{id}/removed",
      "/api/maps/{id}/removed/{removed}",
      "/api/maps/{id}/security-log",
      "/api/admin/maps",
      "/api/admin/maps/{id}",
      "/api/admin/maps/{id}/owner-link",
      "/api/admin/security-log",
      "/api/me",
      "/api/sign-in",
      "/api/sign-in/callback",
      "/api/sign-out",
      "/api/sign-out/back-channel",
      "/api/maps/{id}/history",
      "/api/maps/{id}/history/{moment}",
      "/api/maps/{id}/checkpoints",
      "/api/maps/{id}/checkpoints/{checkpoint}",
      "/api/maps/{id}/erasures",
      "/api/maps/{id}/session",
      "/api/session",
      "/api/about",
      "/api/library",
      "/api/library/{name}/map.svg",
      ...["", "/send", "/receive", "/close"].map((call) => `/sync/{id}/http${call}`),
      ...["", "/send", "/receive", "/close"].map((call) => `/sync/{id}/talk/http${call}`),
      "/healthz",
      "/readyz",
      "/metrics",
    ]);
  });

  it("answers calls that there are not with 404 in the one shape", async () => {
    for (const [method, path] of [
      ["GET", "/api/nothing"],
      ["PUT", "/api/maps"],
      ["POST", "/elsewhere"],
    ] as const) {
      const response = await fetch(`${theServer().url}${path}`, { method });
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ error: { message: expect.any(String) } });
    }
  });
});
