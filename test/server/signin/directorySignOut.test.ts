import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { until } from "../support/stockClient.ts";
import { browserOf, linkIn, mapOf, open, signedServerOfFile } from "./support/signedServer.ts";
import { ADA, BEN, whoIs } from "./support/signIn.ts";

const signed = signedServerOfFile();

function tell(token: string): Promise<Response> {
  const body = new URLSearchParams({ logout_token: token });
  return fetch(`${signed().server.url}/api/sign-out/back-channel`, { method: "POST", body });
}

describe("whoever signs out at the directory", () => {
  it("is signed out here, in every browser, and loses their sockets", async () => {
    const { directory } = signed();
    const [desk, phone, ben] = [
      await browserOf(signed(), "ada"),
      await browserOf(signed(), "ada"),
      await browserOf(signed(), "ben"),
    ];
    const map = await mapOf(desk);
    const link = await linkIn(await open(desk, map, map.token.editor));
    const socket = await desk.join(map.id, link);
    expect((await tell(await directory.signOutToken({ sub: "ada" }))).status).toBe(200);
    await until(() => socket.closeCode !== null);
    expect([socket.closeCode, socket.closeReason]).toEqual([4401, "signed-out"]);
    expect([await whoIs(desk), await whoIs(phone)]).toEqual([null, null]);
    expect(await whoIs(ben)).toMatchObject(BEN);
  });

  it("stays here where it was another session with the directory", async () => {
    const { directory } = signed();
    const browser = await browserOf(signed(), "ada");
    expect((await tell(await directory.signOutToken({ sub: "ada", sid: "another" }))).status).toBe(200);
    expect(await whoIs(browser)).toMatchObject(ADA);
  });

  it("is believed of nobody else", async () => {
    const { directory } = signed();
    const browser = await browserOf(signed(), "ada");
    const { privateKey: foreign } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const sub = "ada";
    const now = Math.floor(Date.now() / 1_000);
    const words = [
      "",
      "no.token.at-all",
      await directory.signOutToken({ sub }, foreign),
      await directory.signOutToken({ sub, iss: "https://evil.example" }),
      await directory.signOutToken({ sub, aud: "another" }),
      await directory.signOutToken({ sub, iat: now - 600 }),
      await directory.signOutToken({ sub, events: {} }),
      await directory.signOutToken({ sub, nonce: "of an ID token" }),
      await directory.signOutToken({}),
    ];
    for (const word of words) expect((await tell(word)).status).toBe(400);
    expect(await whoIs(browser)).toMatchObject(ADA);
  });
});
