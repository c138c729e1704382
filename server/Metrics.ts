import {
  Counter,
  type CounterConfiguration,
  collectDefaultMetrics,
  Gauge,
  type GaugeConfiguration,
  Histogram,
  type HistogramConfiguration,
  Registry,
} from "prom-client";
import { CLOSE_CODE } from "../shared/protocol/closeCodes.ts";
import { ROLES } from "../shared/protocol/roles.ts";

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

/** From a fast disk's millisecond to the ten seconds after which people have long noticed. */
const secondsBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
/** From an empty map to the largest that a message carries, by fours. */
const bytesBuckets = [1e3, 4e3, 16e3, 64e3, 256e3, 1e6, 4e6, 16e6];

/** What is read at the moment when somebody asks. */
export interface Watched {
  openRooms(): number;
  /** One entry for each socket. */
  openSockets(): Iterable<{ readonly transport: string; readonly role: string }>;
  unacknowledgedUpdates(): number;
  /** Seconds since the oldest of them came in; 0 where there is none. */
  oldestUnacknowledgedSeconds(): number;
  isStoreFailing(): boolean;
  isReady(): boolean;
  waitingJobs(): number;
  /** Bytes of the store and bytes that are free beside it; `null` where it has no folder. */
  disk(): Promise<{ readonly storeBytes: number; readonly freeBytes: number } | null>;
}

/** What the server counts, for Prometheus; what each is for stands in docs/operating.md. Each server has a registry of its own. */
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
  readonly presenceFrames = this.#counter(
    "plumbline_presence_frames_total",
    "Frames of presence received: cursors, selections, drags",
  );
  readonly commits = this.#counter("plumbline_commits_total", "Groups of updates that the store has taken");
  readonly failedCommits = this.#counter(
    "plumbline_failed_commits_total",
    "Groups of updates that the store could not take, and that are tried again",
  );
  readonly commitSeconds = this.#histogram(
    "plumbline_commit_seconds",
    "From the receipt of the oldest update of a group until the disk has the group",
    secondsBuckets,
  );
  readonly #slowReaders = this.#labelled(
    "plumbline_slow_readers_total",
    "Sockets that read more slowly than their map changes, by what was done about them",
    ["outcome"],
  );
  readonly #joins = this.#labelled("plumbline_joins_total", "Sockets that were let into a document", [
    "transport",
    "role",
  ]);
  readonly #joinSeconds = this.#histogram(
    "plumbline_join_seconds",
    "From asking to join until the document is open for whoever asked",
    secondsBuckets,
  );
  readonly #closedSockets = this.#labelled(
    "plumbline_closed_sockets_total",
    "Sockets that the server has seen closed, by close code",
    ["code"],
  );
  readonly #refusals = this.#labelled(
    "plumbline_refusals_total",
    "Calls and sockets that were refused, by the HTTP status or the close code of the refusal",
    ["over", "code"],
  );
  readonly requestSeconds = new Histogram({
    name: "plumbline_http_request_seconds",
    help: "Time to answer a call",
    labelNames: ["method", "status"],
    buckets: secondsBuckets,
    registers: [this.registry],
  });
  readonly loadedBytes = this.#histogram(
    "plumbline_loaded_document_bytes",
    "Stored bytes of a document when it was opened",
    bytesBuckets,
  );
  readonly loadSeconds = this.#histogram(
    "plumbline_load_seconds",
    "Time to read and open a document",
    secondsBuckets,
  );
  readonly #jobSeconds = new Histogram({
    name: "plumbline_job_seconds",
    help: "Time of work on whole maps (reading, checking, drawing), waiting for its turn included",
    labelNames: ["job", "outcome"],
    buckets: secondsBuckets,
    registers: [this.registry],
  });
  readonly madeMaps = this.#counter("plumbline_made_maps_total", "Maps that were made");
  readonly deletedMaps = this.#labelled("plumbline_deleted_maps_total", "Maps that were deleted, by whom", [
    "by",
  ]);
  readonly #lastBackup = new Gauge({
    name: "plumbline_last_backup_timestamp_seconds",
    help: "When the last backup of this server was handed over; 0: none since it started",
    registers: [this.registry],
  });

  constructor(version: string) {
    collectDefaultMetrics({ register: this.registry });
    const build = { version, node: process.version };
    new Gauge({
      name: "plumbline_build_info",
      help: "Always 1; the labels say what runs",
      labelNames: ["version", "node"],
      registers: [this.registry],
    }).set(build, 1);
  }

  /** Counts by the codes that we know: a client may send any. */
  countClosedSocket(code: number): void {
    this.#closedSockets.inc({ code: countedCodes.has(code) ? String(code) : "other" });
  }

  countJoin(transport: string, role: string, seconds: number): void {
    this.#joins.inc({ transport, role });
    this.#joinSeconds.observe(seconds);
  }

  countJob(job: string, isDone: boolean, seconds: number): void {
    this.#jobSeconds.observe({ job, outcome: isDone ? "done" : "failed" }, seconds);
  }

  countSlowReader(outcome: "resynchronised" | "closed"): void {
    this.#slowReaders.inc({ outcome });
  }

  /** @param code the status of an answer, or the code that a socket was closed with. */
  countRefusal(over: "http" | "socket", code: number): void {
    this.#refusals.inc({ over, code: String(code) });
  }

  backupWasMade(): void {
    this.#lastBackup.setToCurrentTime();
  }

  /** Watches what is read when somebody asks. */
  watch(watched: Watched): void {
    const gauge = (name: string, help: string, read: () => number) =>
      this.#gauge({ name, help }, (own) => own.set(read()));
    gauge("plumbline_open_rooms", "Documents that are open", () => watched.openRooms());
    gauge("plumbline_unacknowledged_updates", "Updates received that the disk does not have yet", () =>
      watched.unacknowledgedUpdates(),
    );
    gauge("plumbline_oldest_unacknowledged_seconds", "Age of the oldest of them; 0 where there is none", () =>
      watched.oldestUnacknowledgedSeconds(),
    );
    gauge("plumbline_store_failing", "1 while the store cannot take what people change", () =>
      Number(watched.isStoreFailing()),
    );
    gauge("plumbline_ready", "1 while people are let in; 0 while the server goes down or restores", () =>
      Number(watched.isReady()),
    );
    gauge("plumbline_waiting_jobs", "Work on whole maps that runs or waits for its turn", () =>
      watched.waitingJobs(),
    );
    const labelNames = ["transport", "role"];
    this.#gauge({ name: "plumbline_open_sockets", help: "Sockets that are open", labelNames }, (own) => {
      for (const transport of ["websocket", "http"])
        for (const role of ROLES) own.set({ transport, role }, 0);
      for (const { transport, role } of watched.openSockets()) own.inc({ transport, role });
    });
    this.#watchDisk(watched);
  }

  #watchDisk({ disk }: Watched): void {
    this.#gauge({ name: "plumbline_store_bytes", help: "Bytes of the store on the disk" }, async (own) =>
      own.set((await disk())?.storeBytes ?? 0),
    );
    const help = "Bytes that are free where the store lies";
    this.#gauge({ name: "plumbline_data_folder_free_bytes", help }, async (own) =>
      own.set((await disk())?.freeBytes ?? 0),
    );
  }

  #counter(name: string, help: string): Counter {
    return new Counter({ name, help, registers: [this.registry] });
  }

  #labelled(name: string, help: string, labelNames: string[]): Counter {
    const configuration: CounterConfiguration<string> = {
      name,
      help,
      labelNames,
      registers: [this.registry],
    };
    return new Counter(configuration);
  }

  #histogram(name: string, help: string, buckets: number[]): Histogram {
    const configuration: HistogramConfiguration<string> = { name, help, buckets, registers: [this.registry] };
    return new Histogram(configuration);
  }

  #gauge(configuration: GaugeConfiguration<string>, collect: (own: Gauge) => void | Promise<void>): void {
    new Gauge({
      ...configuration,
      registers: [this.registry],
      collect() {
        return collect(this);
      },
    });
  }
}
