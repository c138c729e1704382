import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * A server in front of another that changes what kind of build it has, and goes away, when a test says so: the page bears the name of the
 * build, and the service worker has the version of it.
 */
export class RevisedSite {
  /** Undefined: the server is away. */
  build: string | undefined;
  readonly #behind: string;
  readonly #server: Server;

  private constructor(behind: string, build: string) {
    this.#behind = behind;
    this.build = build;
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  static async start(behind: string, build: string): Promise<RevisedSite> {
    const site = new RevisedSite(behind, build);
    await new Promise<void>((resolve) => site.#server.listen(0, "127.0.0.1", resolve));
    return site;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { build } = this;
    if (build === undefined || request.method !== "GET") {
      response.writeHead(503).end();
      return;
    }
    const answer = await fetch(`${this.#behind}${request.url}`);
    const type = answer.headers.get("content-type") ?? "";
    const headers = { "content-type": type, "cache-control": answer.headers.get("cache-control") ?? "" };
    if (request.url === "/serviceWorker.js" || type.startsWith("text/html")) {
      const text = (await answer.text())
        .replace(/(\\"version\\":\\")[0-9a-f]+/, `$1${build}`)
        .replace("<title>", `<meta name="build" content="${build}"><title>`);
      response.writeHead(answer.status, headers).end(text);
    } else response.writeHead(answer.status, headers).end(new Uint8Array(await answer.arrayBuffer()));
  }
}
