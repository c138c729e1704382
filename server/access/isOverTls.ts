import type { TrustedProxies } from "./clientAddress.ts";

/** What tells how a request came to us. */
export interface RequestPath {
  /** Address at the other end of the socket. */
  readonly socketAddress: string;
  readonly forwardedProto: string | undefined;
}

/** Whether the caller's browser speaks TLS: the public address says so, or a trusted proxy that ends it. */
export function isOverTls(
  { socketAddress, forwardedProto }: RequestPath,
  publicUrl: URL | null,
  proxies: TrustedProxies,
): boolean {
  if (publicUrl) return publicUrl.protocol === "https:";
  if (forwardedProto === undefined || !proxies.trusts(socketAddress)) return false;
  // Where several proxies add to it, the first is the one that the browser speaks to.
  return forwardedProto.split(",", 1)[0]?.trim().toLowerCase() === "https";
}
