import type { Logger } from "pino";
import type { Metrics } from "./Metrics.ts";
import type { RoomEvents } from "./room/RoomEvents.ts";
import type { StoreHealth } from "./StoreHealth.ts";

/** Counts and logs what happens in rooms. */
export function roomEvents(metrics: Metrics, health: StoreHealth, log: Logger): RoomEvents {
  return {
    updatesReceived: (count) => metrics.updates.inc(count),
    updateDropped: () => metrics.droppedUpdates.inc(),
    presenceReceived: () => metrics.presenceFrames.inc(),
    loaded: (bytes, ms) => {
      metrics.loadedBytes.observe(bytes);
      metrics.loadSeconds.observe(ms / 1000);
    },
    committed: (waitedMs) => {
      metrics.commits.inc();
      metrics.commitSeconds.observe(waitedMs / 1000);
      health.committed();
    },
    commitFailed: (docId, error) => {
      metrics.failedCommits.inc();
      health.failed(docId, error);
    },
    slowReader: (outcome) => metrics.countSlowReader(outcome),
    compactionFailed: (docId, error) => log.warn({ err: error, docId }, "A document could not be compacted."),
    broke: (docId, error) => log.error({ err: error, docId }, "A document is opened again."),
  };
}
