import {
  Agent,
  createServer,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import type { Duplex } from "node:stream";

export type Loss = "request" | "answer" | "twice" | "nothing";

/** What such a proxy does to those who pass. All of it is off unless it is named. */
export interface Hindrance {
  /**
   * What becomes of an upgrade: refused with this status, the connection dropped, kept without an answer, or passed and then cut
   * after so long.
   */
  readonly upgrades?: number | "drop" | "swallow" | { readonly cutAfterMs: number };
  /** An answer is passed on only once it is complete. */
  readonly keepsAnswersBack?: boolean;
  /** An answer of which nothing has come for so long is cut. */
  readonly cutsSilenceAfterMs?: number;
  /**
   * Decides at each live call over plain HTTP: `request` never reaches the server, `answer` never reaches the caller, `twice`
   * reaches the server twice.
   */
  readonly loses?: (path: string) => Loss;
}

/** A proxy of the kind that stands at the edge of an office network and takes WebSockets for an attack. */
export class DroppingProxy {
  hindrance: Hindrance;
  /** Upgrades that it was asked for. */
  upgrades = 0;
  /** Calls that it was asked for, by path without query. */
  readonly calls: string[] = [];
  readonly #target: URL;
  readonly #server: Server;
  readonly #agent = new Agent({ keepAlive: true });
  readonly #sockets = new Set<Duplex>();

  private constructor(target: string, hindrance: Hindrance) {
    this.#target = new URL(target);
    this.hindrance = hindrance;
    this.#server = createServer((call, answer) => void this.#pass(call, answer));
    this.#server.on("upgrade", (call, socket, head) => this.#upgrade(call, socket, head));
    this.#server.on("connection", (socket) => this.#keep(socket));
  }

  /** Stands before a server; `port` 0 is any. */
  static async start(target: string, hindrance: Hindrance = {}, port = 0): Promise<DroppingProxy> {
    const proxy = new DroppingProxy(target, hindrance);
    await new Promise<void>((resolve) => proxy.#server.listen(port, "127.0.0.1", resolve));
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Cuts what is open, upgrades too. */
  cutAll(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.cutAll();
    this.#agent.destroy();
    await closed;
  }

  #keep(socket: Duplex): void {
    this.#sockets.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => this.#sockets.delete(socket));
  }

  async #pass(call: IncomingMessage, answer: ServerResponse): Promise<void> {
    const path = call.url?.split("?")[0] ?? "";
    this.calls.push(path);
    const parts: Buffer[] = [];
    try {
      for await (const part of call) parts.push(part as Buffer);
    } catch {
      return;
    }
    const loses = path.includes("/http") ? (this.hindrance.loses?.(path) ?? "nothing") : "nothing";
    if (loses === "request") return void call.socket.destroy();
    const body = Buffer.concat(parts);
    if (loses === "twice") await this.#forward(call, body, null);
    await this.#forward(call, body, loses === "answer" ? null : answer);
    if (loses === "answer") call.socket.destroy();
  }

  /** Asks the server, and passes its answer on if there is somebody to have it. */
  #forward(call: IncomingMessage, body: Buffer, answer: ServerResponse | null): Promise<void> {
    const { cutsSilenceAfterMs, keepsAnswersBack } = this.hindrance;
    return new Promise((resolve) => {
      const { method = "GET", url: path = "/", headers } = call;
      const { hostname: host, port } = this.#target;
      const asked = request({ host, port, method, path, headers, agent: this.#agent });
      const cut = () => {
        asked.destroy();
        answer?.destroy();
        resolve();
      };
      const silence = cutsSilenceAfterMs === undefined ? undefined : setTimeout(cut, cutsSilenceAfterMs);
      answer?.on("close", () => {
        if (!answer.writableEnded) cut();
      });
      asked.on("error", cut);
      asked.on("response", (response) => {
        clearTimeout(silence);
        response.on("error", cut);
        response.on("end", resolve);
        if (answer === null) return void response.resume();
        const kept: Buffer[] = [];
        answer.writeHead(response.statusCode ?? 502, response.headers);
        if (keepsAnswersBack) response.on("data", (part: Buffer) => kept.push(part));
        else response.on("data", (part: Buffer) => answer.write(part));
        response.on("end", () => answer.end(Buffer.concat(kept)));
      });
      asked.end(body);
    });
  }

  #upgrade(call: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.upgrades += 1;
    this.#keep(socket);
    const { upgrades } = this.hindrance;
    if (upgrades === "swallow") return;
    if (upgrades === "drop") return void socket.destroy();
    if (typeof upgrades === "number")
      return void socket.end(`HTTP/1.1 ${upgrades} No\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    const server: Socket = connect(Number(this.#target.port), this.#target.hostname);
    this.#keep(server);
    const lines = call.rawHeaders.reduce(
      (text, part, index) => text + part + (index % 2 === 0 ? ": " : "\r\n"),
      "",
    );
    server.write(`${call.method} ${call.url} HTTP/1.1\r\n${lines}\r\n`);
    server.write(head);
    server.pipe(socket).pipe(server);
    socket.on("close", () => server.destroy());
    server.on("close", () => socket.destroy());
    if (upgrades !== undefined) setTimeout(() => socket.destroy(), upgrades.cutAfterMs).unref();
  }
}
