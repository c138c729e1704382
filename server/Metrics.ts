import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { CLOSE_CODE } from "../shared/protocol/closeCodes.ts";

const countedCodes: ReadonlySet<number> = new Set([
  1000,
  1001,
  1002,
  1005,
  1006,
  1007,
  1009,
  ...Object.values(CLOSE_CODE),
]);

/** What the server counts, for Prometheus. Each server has a registry of its own. */
export class Metrics {
  readonly registry = new Registry();
  readonly updates = this.#counter(
    "plumbline_updates_total",
    "Document updates received from people who may write",
  );
  readonly droppedUpdates = this.#counter(
    "plumbline_dropped_updates_total",
    "Document updates received from people who may only look",
  );
  readonly commits = this.#counter("plumbline_commits_total", "Groups of updates that the store has taken");
  readonly failedCommits = this.#counter(
    "plumbline_failed_commits_total",
    "Groups of updates that the store could not take, and that are tried again",
  );
  readonly #closedSockets = new Counter({
    name: "plumbline_closed_sockets_total",
    help: "Sockets that the server has seen closed, by close code",
    labelNames: ["code"],
    registers: [this.registry],
  });
  readonly requestSeconds = new Histogram({
    name: "plumbline_http_request_seconds",
    help: "Time to answer a call",
    labelNames: ["method", "status"],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** Counts by the codes that we know: a client may send any. */
  countClosedSocket(code: number): void {
    this.#closedSockets.inc({ code: countedCodes.has(code) ? String(code) : "other" });
  }

  /** Watches numbers that are read when somebody asks. */
  watch(openRooms: () => number, openSockets: () => number): void {
    this.#gauge("plumbline_open_rooms", "Documents that are open", openRooms);
    this.#gauge("plumbline_open_sockets", "Sockets that are open", openSockets);
  }

  #counter(name: string, help: string): Counter {
    return new Counter({ name, help, registers: [this.registry] });
  }

  #gauge(name: string, help: string, read: () => number): void {
    new Gauge({
      name,
      help,
      registers: [this.registry],
      collect() {
        this.set(read());
      },
    });
  }
}
