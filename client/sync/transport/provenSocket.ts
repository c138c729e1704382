import type { SocketLike } from "./SocketLike.ts";

export interface Proof {
  /** How long the first message may take. */
  readonly firstWithinMs: number;
  /** How long it must stay open after that: some things in between cut a WebSocket only once it is used. */
  readonly staysMs: number;
  readonly signal: AbortSignal;
}

/** Watches a socket until it has proved to work. What is heard meanwhile is dropped. `null` where it does not work. */
export function provenSocket(
  socket: SocketLike,
  { firstWithinMs, staysMs, signal }: Proof,
): Promise<SocketLike | null> {
  return new Promise((resolve) => {
    const end = (proven: SocketLike | null) => {
      clearTimeout(timer);
      signal.removeEventListener("abort", giveUp);
      socket.onmessage = null;
      socket.onclose = null;
      if (proven === null) socket.close();
      resolve(proven);
    };
    const giveUp = () => end(null);
    let timer = setTimeout(giveUp, firstWithinMs);
    signal.addEventListener("abort", giveUp);
    socket.onerror = () => {};
    socket.onclose = giveUp;
    socket.onmessage = () => {
      socket.onmessage = null;
      clearTimeout(timer);
      timer = setTimeout(() => end(socket), staysMs);
    };
  });
}
