import { type Context, Hono } from "hono";
import { LIMITS } from "../../shared/protocol/limits.ts";
import { ACK_PROTOCOL } from "../../shared/protocol/messages.ts";
import type { Caller } from "../access/Access.ts";
import { TooManyTries } from "../access/TooManyTries.ts";
import { HttpSocket } from "../room/HttpSocket.ts";
import { HttpSockets } from "../room/HttpSockets.ts";
import type { DocumentKind } from "../room/Rooms.ts";
import { docIdOf } from "../room/Rooms.ts";
import { credentialsOf } from "./callerOf.ts";
import { HttpError } from "./HttpError.ts";
import { readBody } from "./readBody.ts";
import { readFields } from "./requestFields.ts";
import type { Environment, Services } from "./Services.ts";

type LiveContext = Context<Environment, string>;

/** Shorter than what proxies commonly allow an answer to take, and than the silence that a client takes for death. */
const longestWaitSeconds = 20;
/** Carries the secret of a connection: addresses are written to logs, headers are not. */
const connectionHeader = "Plumbline-Connection";
const mostProtocols = 10;

/** The live session over plain HTTP, for where WebSockets do not get through: `POST /sync/ID/http` and `/sync/ID/talk/http`. */
export function liveHttpRoutes(services: Services): Hono<Environment> {
  const routes = new Hono<Environment>();
  const sockets = new HttpSockets();
  routes.use(fewHeaders);
  for (const [kind, path] of [
    ["map", "/:id/http"],
    ["talk", "/:id/talk/http"],
  ] as const) {
    routes.post(path, (context) => open(services, sockets, context, kind));
    routes.post(`${path}/send`, async (context) => {
      const socket = socketOf(sockets, context, kind);
      return context.json(await take(socket, context));
    });
    routes.post(`${path}/receive`, (context) => receive(socketOf(sockets, context, kind), context));
    routes.post(`${path}/close`, async (context) => {
      const socket = socketOf(sockets, context, kind);
      if (context.req.query("at") !== undefined) await take(socket, context);
      socket.leave();
      return context.json({ closed: socket.closing });
    });
  }
  return routes;
}

/** What a page may do is of no matter to frames, of which there are many: the headers that are, and no more. */
async function fewHeaders(context: LiveContext, next: () => Promise<void>): Promise<void> {
  await next();
  context.header("Cache-Control", "no-store");
  context.header("X-Content-Type-Options", "nosniff");
  context.header("Cross-Origin-Resource-Policy", "same-origin");
}

async function open(
  { door, live, log }: Services,
  sockets: HttpSockets,
  context: LiveContext,
  kind: DocumentKind,
): Promise<Response> {
  const askedAtMs = performance.now();
  const mapId = context.req.param("id") ?? "";
  const protocols = await readProtocols(context);
  let caller: Caller | null = null;
  try {
    caller = await door.identifyForLive(mapId, context.env.incoming, credentialsOf(context));
  } catch (error) {
    if (error instanceof TooManyTries) throw error;
    log.error({ err: error }, "A caller could not be identified.");
  }
  const socket = new HttpSocket();
  const writerRole = kind === "talk" ? "commenter" : "editor";
  const wantsAcks = protocols.includes(ACK_PROTOCOL);
  void live.admit(socket, caller, kind, { writerRole, wantsAcks, askedAtMs });
  if (socket.closing) return context.json({ closed: socket.closing });
  if (caller?.kind !== "known") throw new Error("Nobody was let in.");
  return context.json({ connection: sockets.keep(socket, docIdOf(mapId, kind), caller.link) }, 201);
}

async function take(socket: HttpSocket, context: LiveContext): Promise<object> {
  const place = numberQuery(context, "at", Number.MAX_SAFE_INTEGER);
  const received = socket.take(place, await readBody(context.env.incoming, LIMITS.httpPieceBytes));
  return socket.closing ? { closed: socket.closing } : { received };
}

async function receive(socket: HttpSocket, context: LiveContext): Promise<Response> {
  const place = numberQuery(context, "from", Number.MAX_SAFE_INTEGER);
  const waitMs = numberQuery(context, "wait", longestWaitSeconds) * 1000;
  const received = await socket.receive(place, waitMs, context.req.raw.signal);
  if ("closed" in received) return context.json(received);
  // For proxies that would keep an answer until more of it has come.
  return context.body(received.bytes, 200, {
    "Content-Type": "application/octet-stream",
    "X-Accel-Buffering": "no",
  });
}

/** @throws HttpError 404 where there is no such connection, or it is somebody else's. */
function socketOf(sockets: HttpSockets, context: LiveContext, kind: DocumentKind): HttpSocket {
  const secret = context.req.header(connectionHeader) ?? "";
  const docId = docIdOf(context.req.param("id") ?? "", kind);
  const socket = sockets.find(secret, docId, credentialsOf(context));
  if (!socket) throw new HttpError(404, "There is no such connection. Open one again.");
  return socket;
}

async function readProtocols(context: LiveContext): Promise<readonly unknown[]> {
  const body = await readBody(context.env.incoming, LIMITS.requestBodyBytes);
  if (body.byteLength === 0) return [];
  const { protocols = [] } = readFields(body, ["protocols"]);
  if (Array.isArray(protocols) && protocols.length <= mostProtocols) return protocols;
  throw new HttpError(400, '"protocols" must be a short list.', "protocols");
}

/** @throws HttpError 400 where it is no whole number from 0 to `most`. */
function numberQuery(context: LiveContext, name: string, most: number): number {
  const text = context.req.query(name) ?? "";
  const number = Number(text);
  if (/^\d{1,16}$/.test(text) && number <= most) return number;
  throw new HttpError(400, `"${name}" must be a whole number from 0 to ${most}.`, name);
}
