import type { Context } from "hono";

const GZIP = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i;

/** Whether a caller takes an answer that is compressed with gzip. A weight of nought refuses it (RFC 9110, 12.4.2). */
export function acceptsGzip({ req }: Pick<Context, "req">): boolean {
  return GZIP.test(req.header("accept-encoding") ?? "");
}
