import { afterAll, beforeAll, onTestFinished } from "vitest";
import { type RunningServer, type ServerOptions, startServer } from "../../../server/startServer.ts";
import { ROLES, type Role } from "../../../shared/protocol/roles.ts";

/** A map that was made for a test. */
export interface TestMap {
  readonly id: string;
  readonly token: Readonly<Record<Role, string>>;
}

/** A server of this test alone, in memory unless told otherwise, on a port of its own. */
export async function withServer(options: ServerOptions = {}): Promise<RunningServer> {
  const server = await startServer({ port: 0, dataFolder: null, logLevel: "silent", ...options });
  onTestFinished(async () => {
    await server.close();
  });
  return server;
}

/** One server, in memory, for all tests of a file: each makes maps of its own. Its threads take a while to start. */
export function serverOfFile(options: ServerOptions = {}): () => RunningServer {
  let server: RunningServer | undefined;
  beforeAll(async () => {
    server = await startServer({ port: 0, dataFolder: null, logLevel: "silent", ...options });
  });
  afterAll(async () => {
    await server?.close();
  });
  return () => {
    if (!server) throw new Error("The server has not started.");
    return server;
  };
}

/** Makes a map over HTTP. */
export async function makeMap(server: RunningServer, body: unknown = {}): Promise<TestMap> {
  const response = await fetch(`${server.url}/api/maps`, { method: "POST", body: JSON.stringify(body) });
  if (response.status !== 201)
    throw new Error(`No map was made: ${response.status} ${await response.text()}`);
  const { id, links } = (await response.json()) as { id: string; links: Record<Role, string> };
  const token = Object.fromEntries(ROLES.map((role) => [role, links[role].split("#")[1] ?? ""]));
  return { id, token: token as Record<Role, string> };
}

/** Calls the interface with a token. */
export function callWith(
  server: RunningServer,
  token: string,
  path: string,
  init: RequestInit = {},
): Promise<Response> {
  return fetch(`${server.url}${path}`, {
    ...init,
    headers: { ...(init.headers as Record<string, string>), Authorization: `Bearer ${token}` },
  });
}
