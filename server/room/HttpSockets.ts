import { hashToken, newToken } from "../access/tokens.ts";
import type { LinkRecord } from "../storage/AccessStore.ts";
import type { HttpSocket } from "./HttpSocket.ts";

interface Kept {
  readonly socket: HttpSocket;
  readonly docId: string;
  readonly link: LinkRecord;
}

/** How long a connection that is over can still be asked why. */
const goodbyeMs = 10_000;

/** The connections over plain HTTP. Each is found by a secret of its own, and only by whoever also shows the token of its link. */
export class HttpSockets {
  readonly #kept = new Map<string, Kept>();

  /** Keeps a socket until a while after its end, and gives the secret that it is found by. */
  keep(socket: HttpSocket, docId: string, link: LinkRecord): string {
    const secret = newToken();
    this.#kept.set(secret, { socket, docId, link });
    socket.onEnd(() => setTimeout(() => this.#kept.delete(secret), goodbyeMs).unref());
    return secret;
  }

  /** The socket of a secret, if it is on this document and one of the tokens is that of its link. `tokens` are by link id, or one for all. */
  find(
    secret: string,
    docId: string,
    tokens: { readonly token?: string | undefined; readonly tokenByLink: ReadonlyMap<string, string> },
  ): HttpSocket | null {
    const kept = this.#kept.get(secret);
    if (!kept || kept.docId !== docId) return null;
    const token = tokens.token ?? tokens.tokenByLink.get(kept.link.id) ?? "";
    return hashToken(token) === kept.link.tokenHash ? kept.socket : null;
  }
}
