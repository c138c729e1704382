import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

/** A place that a connection is passed on to. */
export interface Target {
  readonly host: string;
  readonly port: number;
}

/** Passes connections on, and can be shut or made slow: what stands between a server and its database, or between people and servers. */
export class Gate {
  /** What passes is held so long on its way, in milliseconds. */
  delayMs = 0;
  readonly #server: Server;
  readonly #targets: () => readonly Target[];
  readonly #sockets = new Set<Socket>();
  #isShut = false;
  #turn = 0;

  private constructor(targets: () => readonly Target[]) {
    this.#targets = targets;
    this.#server = createServer((socket) => this.#pass(socket));
  }

  /** @param targets of which each connection goes to the next, or to another where that one does not answer. */
  static async open(targets: () => readonly Target[]): Promise<Gate> {
    const gate = new Gate(targets);
    await new Promise<void>((resolve) => gate.#server.listen(0, "127.0.0.1", resolve));
    return gate;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Cuts every connection, and those that come. */
  shut(): void {
    this.#isShut = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  reopen(): void {
    this.#isShut = false;
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.shut();
    await closed;
  }

  #pass(socket: Socket): void {
    this.#keep(socket);
    if (this.#isShut) return void socket.destroy();
    const targets = this.#targets();
    this.#turn += 1;
    const inTurn = targets.map((_, index) => targets[(this.#turn + index) % targets.length]);
    socket.pause();
    this.#connect(
      socket,
      inTurn.filter((target) => target !== undefined),
    );
  }

  #connect(socket: Socket, [target, ...others]: readonly Target[]): void {
    if (target === undefined || socket.destroyed) return void socket.destroy();
    const onward = connect(target.port, target.host);
    onward.once("error", () => this.#connect(socket, others));
    onward.once("connect", () => {
      onward.removeAllListeners("error");
      this.#keep(onward);
      this.#carry(socket, onward);
      this.#carry(onward, socket);
      socket.resume();
    });
  }

  #carry(from: Socket, to: Socket): void {
    from.on("data", (data) => {
      if (this.delayMs === 0) to.write(data);
      else setTimeout(() => to.destroyed || to.write(data), this.delayMs);
    });
    from.on("close", () => to.destroy());
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on("error", () => socket.destroy());
    socket.on("close", () => this.#sockets.delete(socket));
  }
}
