import { createServer, type IncomingMessage, request, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";

/** What a proxy adds to what it passes on, as nginx, Caddy and Apache do in the configurations of docs/operating.md. */
export interface ProxyOptions {
  /** Port of the server behind it, on this machine. */
  readonly to: number;
  /** What its visitors speak; default: what a proxy that ends TLS says. */
  readonly proto?: string;
  /** Address that it says its visitor has. */
  readonly visitor: string;
}

/** A reverse proxy in a few lines: calls and upgrades, with the headers that tell who came, and how. */
export class SmallProxy {
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start({ to, proto = "https", visitor }: ProxyOptions): Promise<SmallProxy> {
    const headersFor = ({ headers }: IncomingMessage) => ({
      ...headers,
      "x-forwarded-for": [headers["x-forwarded-for"], visitor].filter(Boolean).join(", "),
      "x-forwarded-proto": proto,
    });
    const server = createServer((incoming, outgoing) => {
      const { method, url } = incoming;
      const onward = request({ port: to, method, path: url, headers: headersFor(incoming) }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      });
      onward.on("error", () => outgoing.destroy());
      incoming.pipe(onward);
    });
    server.on("upgrade", (incoming, socket, head) => {
      const onward = connect(to, "127.0.0.1", () => {
        const lines = Object.entries(headersFor(incoming)).map(([name, value]) => `${name}: ${value}`);
        onward.write([`GET ${incoming.url} HTTP/1.1`, ...lines, "", ""].join("\r\n"));
        onward.write(head);
        socket.pipe(onward).pipe(socket);
      });
      onward.on("error", () => socket.destroy());
      socket.on("error", () => onward.destroy());
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return new SmallProxy(server);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
