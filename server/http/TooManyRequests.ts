import { HttpError } from "./HttpError.ts";

/** An answer 429; the header Retry-After says when to come again. */
export class TooManyRequests extends HttpError {
  readonly waitSeconds: number;

  /** @param waitSeconds after which one more may pass. */
  constructor(message: string, waitSeconds: number) {
    super(429, message);
    this.waitSeconds = waitSeconds;
  }
}

/** @throws TooManyRequests where a limiter says how long to wait. */
export function checkPace(waitSeconds: number, message: string): void {
  if (waitSeconds > 0) throw new TooManyRequests(message, waitSeconds);
}
