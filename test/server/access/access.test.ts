import { describe, expect, it } from "vitest";
import { isLocalAddress, TrustedProxies } from "../../../server/access/clientAddress.ts";
import { readCookies, sessionCookies } from "../../../server/access/cookies.ts";
import { addressFor, isOwnOrigin } from "../../../server/access/ownOrigin.ts";
import { TokenBucket } from "../../../server/access/TokenBucket.ts";
import { hashToken, isTokenLike, newToken } from "../../../server/access/tokens.ts";

const publicUrl = new URL("https://maps.example.org");

describe("isOwnOrigin", () => {
  it.each([
    [undefined, "127.0.0.1:8080", null, true],
    ["http://127.0.0.1:8080", "127.0.0.1:8080", null, true],
    ["https://Maps.Example.org", "maps.example.org", null, true],
    ["http://127.0.0.1:8081", "127.0.0.1:8080", null, false],
    ["null", "127.0.0.1:8080", null, false],
    ["file://127.0.0.1:8080", "127.0.0.1:8080", null, false],
    ["http://127.0.0.1:8080.evil.example", "127.0.0.1:8080", null, false],
    ["https://maps.example.org", "inner:8080", publicUrl, true],
    ["http://maps.example.org", "inner:8080", publicUrl, false],
    ["http://inner:8080", "inner:8080", publicUrl, false],
  ])("%s at %s is %s", (origin, host, url, expected) => {
    expect(isOwnOrigin(origin, host, url)).toBe(expected);
  });
});

describe("addressFor", () => {
  it("takes the public address, else the host that was asked for if it is one, else the one that is listened on", () => {
    expect(addressFor("http", "inner:8080", publicUrl, "http://0.0.0.0:80")).toBe("https://maps.example.org");
    expect(addressFor("http", "10.1.2.3:8080", null, "http://0.0.0.0:8080")).toBe("http://10.1.2.3:8080");
    expect(addressFor("http", "[::1]:8080", null, "http://[::]:8080")).toBe("http://[::1]:8080");
    expect(addressFor("http", "evil/path#x", null, "http://127.0.0.1:8080")).toBe("http://127.0.0.1:8080");
    expect(addressFor("https", "maps.example.org", null, "http://127.0.0.1:8080")).toBe(
      "https://maps.example.org",
    );
    expect(addressFor("http", undefined, null, "http://127.0.0.1:8080")).toBe("http://127.0.0.1:8080");
  });
});

describe("TrustedProxies", () => {
  const proxies = new TrustedProxies("10.0.0.0/8, 127.0.0.1");
  it.each([
    ["81.2.69.142", "1.2.3.4", "81.2.69.142"],
    ["127.0.0.1", undefined, "127.0.0.1"],
    ["127.0.0.1", "81.2.69.142", "81.2.69.142"],
    ["::ffff:127.0.0.1", "6.6.6.6, 81.2.69.142, 10.1.1.1", "81.2.69.142"],
    ["127.0.0.1", "nonsense", "127.0.0.1"],
  ])("from %s, forwarded for %s, is %s", (socket, forwarded, expected) => {
    expect(proxies.clientAddress(socket, forwarded)).toBe(expected);
  });
  it("names what is no address", () => {
    expect(() => new TrustedProxies("10.0.0.0/8, proxy.local")).toThrow(
      '"proxy.local" is no address or network.',
    );
    expect(() => new TrustedProxies("10.0.0.0/x")).toThrow();
  });
  it("knows the host's own network", () => {
    expect(["127.0.0.1", "10.2.3.4", "192.168.0.9", "::1", "fe80::1"].every(isLocalAddress)).toBe(true);
    expect(["81.2.69.142", "2001:db8::1", "172.32.0.1", ""].some(isLocalAddress)).toBe(false);
  });
});

describe("tokens", () => {
  it("are long, random, and kept as a hash", () => {
    const token = newToken();
    expect(isTokenLike(token)).toBe(true);
    expect(newToken()).not.toBe(token);
    expect(hashToken(token)).not.toContain(token);
    expect(hashToken(token)).toBe(hashToken(token));
  });
});

describe("cookies", () => {
  const link = {
    id: "L1",
    mapId: "M1",
    role: "viewer" as const,
    label: "",
    tokenHash: "",
    createdAt: 0,
    expiresAt: Date.now() + 60_000,
    lastUsedAt: null,
    revokedAt: null,
    isCode: false,
    signIn: "none",
  };
  it("last as long as a project, for it is the server that says when a link expires", () => {
    const [cookie] = sessionCookies(link, "T", true);
    expect(cookie).toBe(
      "plumbline_L1=T; Path=/api/maps/M1; Max-Age=15552000; HttpOnly; SameSite=Strict; Secure",
    );
  });
  it("are read by link, and foreign ones are not", () => {
    const cookies = readCookies("theme=dark; plumbline_L1=abc; plumbline_L2=d=e; x");
    expect([...cookies]).toEqual([
      ["L1", "abc"],
      ["L2", "d"],
    ]);
    expect(readCookies(undefined).size).toBe(0);
    expect(
      readCookies(Array.from({ length: 1000 }, (_, index) => `plumbline_${index}=x`).join(";")).size,
    ).toBe(50);
  });
});

describe("TokenBucket", () => {
  it("lets a burst through, then so many a second", () => {
    const bucket = new TokenBucket(2, 3);
    expect([0, 0, 0, 0].map((now) => bucket.take(now))).toEqual([true, true, true, false]);
    expect(bucket.take(400)).toBe(false);
    expect(bucket.take(600)).toBe(true);
    expect(bucket.take(601)).toBe(false);
    expect(bucket.isFull(1_000)).toBe(false);
    expect(bucket.isFull(10_000)).toBe(true);
  });
});
