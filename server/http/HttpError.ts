import type { ContentfulStatusCode } from "hono/utils/http-status";

/** An answer that is an error; what it says is shown to the caller. */
export class HttpError extends Error {
  override readonly name = "HttpError";
  readonly status: ContentfulStatusCode;
  /** Place in what was sent, such as `elements[3].annualValue`. */
  readonly path: string | undefined;

  constructor(status: ContentfulStatusCode, message: string, path?: string) {
    super(message);
    this.status = status;
    this.path = path;
  }
}
