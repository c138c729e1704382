import { expect, test } from "vitest";
import type { RunningServer } from "../../server/startServer.ts";
import { ROLES } from "../../shared/protocol/roles.ts";
import { stockClient, synced } from "../server/support/stockClient.ts";
import { callWith, makeMap, serverOfFile, withServer } from "../server/support/withServer.ts";
import { fuzzSeeds, Random } from "../support/random.ts";
import { HttpFuzz, type Victim } from "./HttpFuzz.ts";
import { RAW_REQUESTS, sendRaw } from "./rawRequests.ts";

/** Seeds that once failed. */
const pinned: readonly number[] = [];
const callsEach = Number(process.env.FUZZ_CALLS ?? 12);
const server = serverOfFile();

async function newVictim(server: RunningServer): Promise<Victim> {
  const { id, token } = await makeMap(server);
  return { id, token: Object.fromEntries(ROLES.map((role) => [role, token[role]])) };
}

test.each(fuzzSeeds(pinned, 1))(
  "every call answers whatever it is sent with a stated status and words, and nobody else notices (seed %i)",
  async (seed) => {
    const server = await withServer();
    const bystanders = await makeMap(server, { title: "Others" });
    const other = stockClient(server, bystanders.id, bystanders.token.editor);
    await synced(other);
    const closes: unknown[] = [];
    other.provider.on("connection-close", (event) => closes.push(event));
    const fuzz = new HttpFuzz(new Random(seed), server.url, await newVictim(server));
    await fuzz.run(callsEach, () => newVictim(server));
    expect(fuzz.untouched).toEqual([]);
    expect(closes).toEqual([]);
    const file = await callWith(server, bystanders.token.viewer, `/api/maps/${bystanders.id}`);
    expect(await file.json()).toMatchObject({ title: "Others" });
  },
  600_000,
);

test.each(RAW_REQUESTS)("$name ends that connection, and no other", async (raw) => {
  const answer = await sendRaw(server().port, raw);
  expect(answer).not.toMatch(/^HTTP\/1\.1 5/m);
  expect((await fetch(`${server().url}/healthz`)).status).toBe(200);
});
