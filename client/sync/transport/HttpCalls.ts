import { TOKEN_PROTOCOL_PREFIX } from "../../../shared/protocol/messages.ts";
import type { SocketEnd } from "./SocketLike.ts";

/** A call came to nothing that might come to something if it is made again. */
export class CallBroke extends Error {
  override readonly name = "CallBroke";
}

/** The server knows nothing of this connection (any more), or something in between refuses it. */
export class CallRefused extends Error {
  override readonly name = "CallRefused";
}

interface Call {
  readonly name?: "send" | "receive" | "close";
  readonly query?: Readonly<Record<string, number>>;
  readonly body?: BodyInit;
  readonly answersWithinMs: number;
  /** Whether it is made also when the page goes. */
  readonly keepalive?: boolean;
}

type Answer = { readonly bytes: Uint8Array } | { readonly fields: Fields };

interface Fields {
  readonly connection?: string;
  readonly received?: number;
  readonly closed?: SocketEnd;
}

/** An answer that is told nothing of within this time will not come. */
const openWithinMs = 10_000;
const sendWithinMs = 30_000;
const graceMs = 10_000;
/** What a browser sends along when a page goes. */
const keepaliveBytes = 60_000;
/** A proxy's answers for a server that is not there, or asks for patience. */
const passing: ReadonlySet<number> = new Set([408, 425, 429]);

/** The calls of a connection over plain HTTP (docs/api.md). Each throws `CallBroke` or `CallRefused` where it comes to nothing. */
export class HttpCalls {
  readonly #address: URL;
  readonly #headers: Record<string, string> = {};
  readonly #protocols: readonly string[];
  readonly #running = new Set<AbortController>();

  /** Takes what a WebSocket is opened with; a token among the protocols goes into a header. */
  constructor(webSocketUrl: string, protocols: readonly string[]) {
    this.#address = new URL(webSocketUrl.replace(/^ws/, "http"));
    this.#address.pathname = `${this.#address.pathname.replace(/\/$/, "")}/http`;
    this.#protocols = protocols.filter((name) => !name.startsWith(TOKEN_PROTOCOL_PREFIX));
    const token = protocols.find((name) => name.startsWith(TOKEN_PROTOCOL_PREFIX));
    if (token !== undefined)
      this.#headers.Authorization = `Bearer ${token.slice(TOKEN_PROTOCOL_PREFIX.length)}`;
  }

  /** Opens a connection; says why where the server does not let this caller in. */
  async open(): Promise<SocketEnd | null> {
    const body = JSON.stringify({ protocols: this.#protocols });
    const { closed, connection } = fieldsOf(await this.#call({ body, answersWithinMs: openWithinMs }));
    if (closed !== undefined) return closed;
    if (connection === undefined) throw new CallRefused("No connection was opened.");
    this.#headers["Plumbline-Connection"] = connection;
    return null;
  }

  /** Says up to which place the stream has arrived, or that it is over. */
  async send(place: number, piece: Uint8Array<ArrayBuffer>): Promise<number | SocketEnd> {
    const call = { name: "send", query: { at: place }, body: piece, answersWithinMs: sendWithinMs } as const;
    const { closed, received } = fieldsOf(await this.#call(call));
    if (closed !== undefined) return closed;
    if (received === undefined) throw new CallBroke("It is not said what has arrived.");
    return received;
  }

  /** Waits at most so long for what follows a place in the server's stream. */
  async receive(place: number, waitSeconds: number): Promise<Uint8Array | SocketEnd> {
    const answersWithinMs = waitSeconds * 1000 + graceMs;
    const query = { from: place, wait: waitSeconds };
    const answer = await this.#call({ name: "receive", query, answersWithinMs });
    if ("bytes" in answer) return answer.bytes;
    if (answer.fields.closed === undefined) throw new CallBroke("Neither frames nor an end.");
    return answer.fields.closed;
  }

  /** Says goodbye, with what has not arrived yet. */
  async close(place: number, rest: Uint8Array<ArrayBuffer>): Promise<void> {
    await this.#call({
      name: "close",
      query: { at: place },
      body: rest,
      answersWithinMs: sendWithinMs,
      keepalive: rest.byteLength < keepaliveBytes,
    });
  }

  /** Breaks off what runs. */
  abort(): void {
    for (const controller of this.#running) controller.abort();
  }

  async #call({ name, query = {}, body, answersWithinMs, keepalive = false }: Call): Promise<Answer> {
    const address = new URL(this.#address);
    if (name !== undefined) address.pathname += `/${name}`;
    for (const [key, value] of Object.entries(query)) address.searchParams.set(key, String(value));
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), answersWithinMs);
    this.#running.add(controller);
    try {
      const response = await fetch(address, {
        method: "POST",
        headers: this.#headers,
        body: body ?? null,
        keepalive,
        cache: "no-store",
        signal: controller.signal,
      });
      return await read(response);
    } catch (error) {
      if (error instanceof CallRefused || error instanceof CallBroke) throw error;
      throw new CallBroke("There was no answer.", { cause: error });
    } finally {
      clearTimeout(timer);
      this.#running.delete(controller);
    }
  }
}

async function read(response: Response): Promise<Answer> {
  const { status, headers } = response;
  if (!response.ok) {
    if (status >= 500 || passing.has(status)) throw new CallBroke(`Status ${status}.`);
    throw new CallRefused(`Status ${status}.`);
  }
  const type = headers.get("content-type") ?? "";
  if (type.startsWith("application/octet-stream"))
    return { bytes: new Uint8Array(await response.arrayBuffer()) };
  // What is neither is a page that something in between put in the place of the answer.
  if (!type.startsWith("application/json")) throw new CallRefused("The answer is of somebody else.");
  return { fields: (await response.json()) as Fields };
}

function fieldsOf(answer: Answer): Fields {
  if ("fields" in answer) return answer.fields;
  throw new CallBroke("Bytes came where none were asked for.");
}
