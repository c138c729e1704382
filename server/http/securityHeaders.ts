import type { MiddlewareHandler } from "hono";
import { isHost, isOwnOrigin } from "../access/ownOrigin.ts";
import { HttpError } from "./HttpError.ts";
import { isSecureCall } from "./requestAddress.ts";
import type { Environment, Services } from "./Services.ts";

/** What the page may load and who may frame it: nothing and nobody else. Older browsers do not count sockets as `'self'`. */
function contentSecurityPolicy(host: string | undefined): string {
  const sockets = isHost(host) ? ` ws://${host} wss://${host}` : "";
  return [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' blob: data:",
    "manifest-src 'self'",
    `connect-src 'self'${sockets}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Headers of every answer; what an answer states itself stands. */
export function securityHeaders(services: Services): MiddlewareHandler<Environment> {
  return async (context, next) => {
    // Whoever sends too much is cut off, and has no address afterwards.
    const isSecure = isSecureCall(context, services);
    await next();
    const { headers } = context.res;
    const host = services.publicUrl?.host ?? context.req.header("host");
    for (const [name, value] of Object.entries({
      "Content-Security-Policy": contentSecurityPolicy(host),
      "X-Content-Type-Options": "nosniff",
      "X-Frame-Options": "DENY",
      "Referrer-Policy": "no-referrer",
      "Cross-Origin-Opener-Policy": "same-origin",
      "Cross-Origin-Resource-Policy": "same-origin",
      "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
      "Cache-Control": "no-store",
    })) {
      if (!headers.has(name)) headers.set(name, value);
    }
    if (isSecure) headers.set("Strict-Transport-Security", "max-age=31536000");
  };
}

/** A page of somebody else changes nothing here, whatever cookies the browser sends along. */
export function refuseForeignOrigins({ publicUrl }: Services): MiddlewareHandler<Environment> {
  return async (context, next) => {
    const { method } = context.req;
    const isReading = method === "GET" || method === "HEAD" || method === "OPTIONS";
    if (!isReading && !isOwnOrigin(context.req.header("origin"), context.req.header("host"), publicUrl)) {
      throw new HttpError(403, "This page is not one of ours.");
    }
    await next();
  };
}
