import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Context } from "hono";
import { acceptsGzip } from "./acceptsGzip.ts";
import type { Environment } from "./Services.ts";

const gzipAsync = promisify(gzip);

interface KeptAnswer {
  readonly text: string;
  readonly zipped: Uint8Array<ArrayBuffer>;
  readonly tag: string;
}

/**
 * Answers that are the same for everybody for as long as the server runs: made when they are first asked for, then kept with a
 * tag, so that a browser that has one already is told so. One that could not be made is made anew for the next caller.
 */
export class KeptAnswers {
  readonly #answers = new Map<string, Promise<KeptAnswer>>();

  /**
   * @param key what the answer is kept under.
   * @param headers of the answer, its type among them.
   * @throws whatever `make` throws.
   */
  async answer(
    context: Context<Environment>,
    key: string,
    headers: Headers,
    make: () => Promise<string>,
  ): Promise<Response> {
    const { text, zipped, tag } = await this.#kept(key, make);
    headers.set("ETag", tag);
    headers.set("Vary", "Accept-Encoding");
    if (context.req.header("if-none-match") === tag) return new Response(null, { status: 304, headers });
    if (!acceptsGzip(context)) return new Response(text, { headers });
    headers.set("Content-Encoding", "gzip");
    return new Response(zipped, { headers });
  }

  #kept(key: string, make: () => Promise<string>): Promise<KeptAnswer> {
    const known = this.#answers.get(key);
    if (known) return known;
    const answer = make().then(keep);
    this.#answers.set(key, answer);
    answer.catch(() => this.#answers.delete(key));
    return answer;
  }
}

async function keep(text: string): Promise<KeptAnswer> {
  const hash = createHash("sha256").update(text).digest("base64url");
  // Weak, because it stands for the text in either encoding.
  return { text, zipped: new Uint8Array(await gzipAsync(text)), tag: `W/"${hash}"` };
}
