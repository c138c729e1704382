import type { Context } from "hono";
import { isOverTls } from "../access/isOverTls.ts";
import { addressFor } from "../access/ownOrigin.ts";
import type { Environment, Services } from "./Services.ts";

/** Whether the caller's browser speaks TLS to us or to a proxy that we trust. */
export function isSecureCall(context: Context<Environment>, services: Services): boolean {
  const socketAddress = context.env.incoming.socket.remoteAddress ?? "";
  const forwardedProto = context.req.header("x-forwarded-proto");
  return isOverTls({ socketAddress, forwardedProto }, services.publicUrl, services.trustedProxies);
}

/** What the links begin with that this caller is given. */
export function addressForCaller(context: Context<Environment>, services: Services): string {
  const scheme = isSecureCall(context, services) ? "https" : "http";
  return addressFor(scheme, context.req.header("host"), services.publicUrl, services.listeningUrl());
}
