import type { Context, MiddlewareHandler } from "hono";
import { loggedPath } from "../log/loggedPath.ts";
import type { Environment, Services } from "./Services.ts";

/** Asked also while nobody is let in: this is how that is seen from outside. */
const operationsPaths: ReadonlySet<string> = new Set(["/healthz", "/readyz", "/metrics"]);
const refusals: ReadonlySet<number> = new Set([400, 401, 403, 404, 413, 429, 503]);
/** While the server goes down or changes its store; both take a few seconds. */
const retryAfterSeconds = 5;

/** Takes calls while the server is open, lets the server wait for those that run, and counts and logs each: no query, no header, no body. */
export function watchCalls(services: Services): MiddlewareHandler<Environment> {
  const { admission, metrics } = services;
  return async (context, next) => {
    const startedMs = performance.now();
    const leave = operationsPaths.has(context.req.path) ? () => {} : admission.enter();
    if (leave) {
      try {
        await next();
      } finally {
        leave();
      }
    } else {
      context.res = context.json(
        { error: { message: "The server is restarting. Try again in a moment." } },
        503,
      );
      context.header("Retry-After", String(retryAfterSeconds));
      context.header("Connection", "close");
    }
    const ms = performance.now() - startedMs;
    const { status } = context.res;
    metrics.requestSeconds.observe({ method: context.req.method, status: String(status) }, ms / 1000);
    if (refusals.has(status)) metrics.countRefusal("http", status);
    logCall(services, context, ms);
  };
}

function logCall({ log }: Services, { req, res }: Context<Environment>, ms: number): void {
  const isRefusedUpload = req.method === "POST" && req.path === "/api/maps" && res.status >= 400;
  const level = res.status === 500 ? "warn" : isRefusedUpload ? "info" : "debug";
  if (!log.isLevelEnabled(level)) return;
  const call = { method: req.method, path: loggedPath(req.path), status: res.status, ms: Math.round(ms) };
  log[level](call, isRefusedUpload ? "A map was not taken." : "A call was answered.");
}
