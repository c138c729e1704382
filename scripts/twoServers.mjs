// Two servers that share a database, behind a small reverse proxy, to see or to try what several servers do: `npm run two-servers`.
// DATABASE_URL and REDIS_URL say where PostgreSQL and Redis are, PORT where people go. By default it uses those of this machine, and a schema of its own.
import { spawn, spawnSync } from "node:child_process";
import { createServer, get } from "node:http";
import { createServer as createProbe } from "node:net";
import { fileURLToPath } from "node:url";
import { createProxyServer } from "httpxy";
import pg from "pg";

const SERVERS = 2;
const SCHEMA = "plumbline_two_servers";
const THIS_MACHINE = "127.0.0.1";
const LOOK_EVERY_MS = 500;
const LOOK_PATIENCE_MS = 2_000;
/** A server gives itself 30 s to end in good order. */
const END_WITHIN_MS = 35_000;
/** Longer than the 20 s for which a call may wait where WebSockets do not get through. */
const ANSWER_WITHIN_MS = 75_000;
const COOKIE = "plumbline-server";

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const say = (text) => process.stdout.write(`${text}\n`);

/** @type {{ number: number, port: number, child: import("node:child_process").ChildProcess, isReady: boolean }[]} */
const servers = [];
let isEnding = false;
let turn = 0;

async function ownSchema() {
  const url = new URL(`postgres://postgres@${THIS_MACHINE}:5432/postgres`);
  const client = new pg.Client(url.href);
  await client.connect();
  await client.query(`create schema if not exists ${SCHEMA}`);
  await client.end();
  url.searchParams.set("options", `-c search_path=${SCHEMA}`);
  return url.href;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createProbe().once("error", reject);
    probe.listen(0, THIS_MACHINE, () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Resolves once the server takes people. */
async function start(number, environment) {
  const port = await freePort();
  const child = spawn(
    process.execPath,
    ["--max-semi-space-size=2", "--v8-pool-size=1", "--enable-source-maps", path("../dist/server/main.js")],
    {
      env: {
        LOG_LEVEL: "warn",
        ...process.env,
        ...environment,
        PORT: String(port),
        HOST: THIS_MACHINE,
        TRUSTED_PROXIES: THIS_MACHINE,
      },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const server = { number, port, child, isReady: false };
  servers.push(server);
  child.once("exit", (code, signal) => {
    server.isReady = false;
    if (isEnding) return;
    say(`Server ${number} has ended (${signal ?? code}).`);
    if (servers.every((each) => !isAlive(each))) void end(1);
  });
  await new Promise((resolve, reject) => {
    child.stdout.once("data", resolve);
    child.once("error", reject);
    child.once("exit", () => reject(new Error(`Server ${number} has not started.`)));
  });
  server.isReady = true;
  say(`Server ${number}: http://${THIS_MACHINE}:${port}, process ${child.pid}`);
}

function isAlive({ child }) {
  return child.exitCode === null && child.signalCode === null;
}

/** A server that hangs, or whose store fails, gets nobody until it is well again. */
function look(server) {
  const call = get(
    { host: THIS_MACHINE, port: server.port, path: "/readyz", timeout: LOOK_PATIENCE_MS },
    (answer) => {
      answer.resume();
      server.isReady = isAlive(server) && answer.statusCode === 200;
    },
  );
  call.on("timeout", () => call.destroy(new Error("no answer")));
  call.on("error", () => {
    server.isReady = false;
  });
}

/**
 * Each in turn. Where WebSockets do not get through, the session is on one server: its calls go where the page's cookie says, and
 * without a cookie always to the same.
 */
function chosenFor({ url = "", headers }) {
  const ready = servers.filter(({ isReady }) => isReady);
  if (!/^\/sync\/.+\/http(\/|$|\?)/.test(url)) return ready[turn++ % Math.max(1, ready.length)];
  const named = new RegExp(`(?:^|; )${COOKIE}=(\\d)`).exec(headers.cookie ?? "")?.[1];
  return ready.find(({ number }) => String(number) === named) ?? ready[0];
}

function refuse(response) {
  if (response.headersSent || !response.writeHead) return response.destroy();
  response.writeHead(503, { "Content-Type": "text/plain", "Retry-After": "1" });
  response.end("No server takes people at the moment.\n");
}

function startProxy() {
  const proxy = createProxyServer({ xfwd: true, proxyTimeout: ANSWER_WITHIN_MS });
  const targetOf = ({ port }) => ({ target: `http://${THIS_MACHINE}:${port}` });
  proxy.on("error", (_error, _request, response) => refuse(response));
  const front = createServer((request, response) => {
    const server = chosenFor(request);
    if (!server) return refuse(response);
    const isPage = request.headers["sec-fetch-dest"] === "document";
    if (isPage)
      response.setHeader("Set-Cookie", `${COOKIE}=${server.number}; Path=/sync; HttpOnly; SameSite=Strict`);
    proxy.web(request, response, targetOf(server)).catch(() => refuse(response));
  });
  front.on("upgrade", (request, socket, head) => {
    socket.on("error", () => socket.destroy());
    const server = chosenFor(request);
    if (!server) return socket.destroy();
    proxy.ws(request, socket, targetOf(server), head).catch(() => socket.destroy());
  });
  return new Promise((resolve, reject) => {
    front.once("error", reject);
    front.listen(Number(process.env.PORT ?? "8080"), THIS_MACHINE, () => resolve(front.address().port));
  });
}

async function end(code) {
  if (isEnding) return;
  isEnding = true;
  const alive = servers.filter(isAlive);
  const ended = alive.map(({ child }) => new Promise((resolve) => child.once("exit", resolve)));
  for (const { child } of alive) child.kill("SIGTERM");
  setTimeout(() => {
    for (const { child } of alive) child.kill("SIGKILL");
  }, END_WITHIN_MS).unref();
  await Promise.all(ended);
  process.exit(code);
}

for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => void end(0));
// npm runs its scripts in a shell, which hands no signal on: without it, this ends as well.
const shell = process.ppid;
setInterval(() => {
  if (process.ppid !== shell) void end(0);
  for (const server of servers) look(server);
}, LOOK_EVERY_MS);

try {
  const { status } = spawnSync(process.execPath, [path("buildIfStale.mjs")], { stdio: ["ignore", 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
  const environment = {
    DATABASE_URL: process.env.DATABASE_URL ?? (await ownSchema()),
    REDIS_URL: process.env.REDIS_URL ?? `redis://${THIS_MACHINE}:6379`,
  };
  // One after the other: the first brings the database to the schema of today.
  for (let number = 1; number <= SERVERS; number += 1) await start(number, environment);
  say(`Plumbline is ready on ${SERVERS} servers: http://${THIS_MACHINE}:${await startProxy()}`);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  await end(1);
}
