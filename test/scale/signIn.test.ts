import { expect, it, onTestFinished } from "vitest";
import { hashToken, newToken } from "../../server/access/tokens.ts";
import { readSettings } from "../../server/settings.ts";
import { startServer } from "../../server/startServer.ts";
import { openPostgresStorage } from "../../server/storage/postgres/openPostgresStorage.ts";
import { RawClient } from "../server/support/RawClient.ts";
import { until } from "../server/support/stockClient.ts";
import { callWith, makeMap } from "../server/support/withServer.ts";
import { freshDatabase, REDIS_URL } from "./support/services.ts";

const HOUR_MS = 3_600_000;
const NOWHERE = "http://127.0.0.1:9";

/** Two servers on which people sign in, and somebody who has, without having asked the provider. */
async function twoServers() {
  const { url, remove } = await freshDatabase();
  const settings = readSettings({
    PUBLIC_URL: NOWHERE,
    OIDC_ISSUER: NOWHERE,
    OIDC_CLIENT_ID: "plumbline",
    DATABASE_URL: url,
    REDIS_URL,
    LOG_LEVEL: "silent",
  });
  const servers = [
    await startServer({ ...settings, port: 0 }),
    await startServer({ ...settings, port: 0 }),
  ] as const;
  const token = newToken();
  const store = await openPostgresStorage(url, () => undefined);
  await store.signIns.addSession({
    id: hashToken(token),
    issuer: NOWHERE,
    subject: "ann",
    directorySession: null,
    name: "Ann Reid",
    organisation: "Northshire NHS Trust",
    createdAt: Date.now(),
    expiresAt: Date.now() + HOUR_MS,
  });
  await store.close();
  onTestFinished(async () => {
    for (const server of servers) await server.close();
    await remove();
  });
  return { servers, headers: { cookie: `plumbline-signed-in=${token}`, origin: NOWHERE } };
}

it("whoever signs out on one server loses their sockets on the other, and a link that begins to demand it lets nobody else stay", async () => {
  const { servers, headers } = await twoServers();
  const [one, other] = servers;
  const map = await makeMap(one);
  const join = (more: Readonly<Record<string, string>> = {}) =>
    new RawClient(other, map.id, ["plumbline", `plumbline.token.${map.token.editor}`], more);
  const signedIn = join(headers);
  const anybody = join();
  await until(() => signedIn.heard.length > 0 && anybody.heard.length > 0);

  const listed = await callWith(one, map.token.owner, `/api/maps/${map.id}/links`);
  const { links } = (await listed.json()) as { links: { id: string; role: string }[] };
  const link = links.find(({ role }) => role === "editor");
  const changed = await callWith(one, map.token.owner, `/api/maps/${map.id}/links/${link?.id}`, {
    method: "PATCH",
    body: JSON.stringify({ signIn: "anyone" }),
  });
  expect(changed.status).toBe(200);
  await until(() => anybody.closeCode !== null);
  expect([anybody.closeCode, anybody.closeReason]).toEqual([4401, "sign-in-needed"]);
  expect(signedIn.closeCode).toBeNull();

  const out = await fetch(`${one.url}/api/sign-out`, { method: "POST", headers });
  expect(out.status).toBe(200);
  await until(() => signedIn.closeCode !== null);
  expect(signedIn.closeCode).toBe(4401);
  const again = join(headers);
  await until(() => again.closeCode !== null);
  expect(again.closeReason).toBe("sign-in-needed");
});
