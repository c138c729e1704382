import type { IncomingMessage } from "node:http";
import { HttpError } from "./HttpError.ts";

/** How much more than the limit is taken in, and thrown away, so that the caller reads the refusal instead of a broken pipe. */
const drainedTimes = 8;

/**
 * Reads the body of a request, stopping to keep it at the limit.
 * @throws HttpError 413 where it is larger, 400 where it breaks off.
 */
export async function readBody(request: IncomingMessage, limitBytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const part of request as AsyncIterable<Uint8Array>) {
      bytes += part.byteLength;
      if (bytes <= limitBytes) parts.push(part);
      else parts.length = 0;
      if (bytes > limitBytes * drainedTimes) break;
    }
  } catch {
    throw new HttpError(400, "The request broke off.");
  }
  if (bytes > limitBytes) {
    const megabytes = (limitBytes / 1024 / 1024).toLocaleString("en-GB", { maximumFractionDigits: 2 });
    throw new HttpError(413, `The body is larger than ${megabytes} MB, the most that is taken.`);
  }
  return Buffer.concat(parts);
}
