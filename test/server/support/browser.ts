import type { RunningServer } from "../../../server/startServer.ts";
import { RawClient } from "./RawClient.ts";
import { until } from "./stockClient.ts";

/** What a browser does of its own: keeps the cookies that the server sets, and shows them where they belong. */
export class Browser {
  readonly #server: Pick<RunningServer, "url">;
  readonly #cookies = new Map<string, { readonly pair: string; readonly path: string }>();

  constructor(server: Pick<RunningServer, "url">) {
    this.#server = server;
  }

  async call(path: string, init: RequestInit = {}): Promise<Response> {
    const response = await fetch(`${this.#server.url}${path}`, {
      ...init,
      headers: { ...(init.headers as Record<string, string>), Cookie: this.#cookiesFor(path) },
    });
    for (const cookie of response.headers.getSetCookie()) this.#keep(cookie);
    return response;
  }

  post(path: string, body: unknown): Promise<Response> {
    return this.call(path, { method: "POST", body: JSON.stringify(body) });
  }

  /** Opens a live connection with its cookies, as a page does. */
  connect(path: string, link: string): RawClient {
    const Cookie = this.#cookiesFor(`/sync/${path}`);
    return new RawClient(this.#server, `${path}?link=${link}`, ["plumbline"], { Cookie });
  }

  /** The same, in the room once this resolves. */
  async join(path: string, link: string): Promise<RawClient> {
    const client = this.connect(path, link);
    await until(() => client.heard.length > 0);
    return client;
  }

  #cookiesFor(path: string): string {
    const theirs = [...this.#cookies.values()].filter((cookie) => path.startsWith(cookie.path));
    return theirs.map(({ pair }) => pair).join("; ");
  }

  #keep(cookie: string): void {
    const [pair = ""] = cookie.split(";");
    const path = /Path=([^;]+)/.exec(cookie)?.[1] ?? "/";
    this.#cookies.set(`${pair.split("=")[0]} ${path}`, { pair, path });
  }
}
