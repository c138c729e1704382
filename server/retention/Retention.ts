import { allMaps } from "../control/allMaps.ts";
import type { ServerParts } from "../ServerParts.ts";
import { deletedAt } from "./deletedAt.ts";

type Parts = Pick<
  ServerParts,
  "access" | "admission" | "log" | "metrics" | "rooms" | "security" | "settings" | "storage"
>;

const everyMs = 24 * 60 * 60 * 1000;

/** Deletes maps that nobody has opened for as long as the operator has set, with everything of theirs: at the start and once a day. */
export class Retention {
  readonly #parts: Parts;
  readonly #now: () => number;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();
  #isStopped = false;

  constructor(parts: Parts, now: () => number = Date.now) {
    this.#parts = parts;
    this.#now = now;
  }

  start(): void {
    if (this.#parts.settings.retentionDays === null) return;
    this.#timer = setInterval(() => void this.run(), everyMs);
    this.#timer.unref();
    void this.run();
  }

  /** Begins no more deletions, and waits for the one that runs. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearInterval(this.#timer);
    await this.#running;
  }

  /** Deletes what is due now. Resolves when it is done; what goes wrong is in the log. */
  run(): Promise<void> {
    const { log } = this.#parts;
    this.#running = this.#deleteDue().catch((error: unknown) => {
      log.error({ err: error }, "Maps that nobody opens could not be deleted; the next try is tomorrow.");
    });
    return this.#running;
  }

  async #deleteDue(): Promise<void> {
    const { access, log, settings, storage } = this.#parts;
    // A tab may stay open for longer than maps are kept: as long as it is, its map is in use.
    for (const connection of this.#connections()) access.noteUse(connection.link);
    let deleted = 0;
    for (const map of await allMaps(storage.access)) {
      const dueAt = deletedAt(map, settings.retentionDays);
      if (dueAt === null || dueAt > this.#now() || this.#isOpen(map.id)) continue;
      if (this.#isStopped || !this.#parts.admission.isOpen) break;
      await this.#delete(map.id);
      deleted += 1;
    }
    log.info({ deleted, retentionDays: settings.retentionDays }, "Looked for maps that nobody opens.");
  }

  async #delete(mapId: string): Promise<void> {
    const { access, log, metrics, rooms, security } = this.#parts;
    const leave = this.#parts.admission.enter();
    try {
      await rooms.deleteMap(mapId, () => access.deleteMap(mapId));
    } finally {
      leave?.();
    }
    metrics.deletedMaps.inc({ by: "retention" });
    security.note({ kind: "deleted", mapId, detail: "retention", address: "" });
    log.info({ mapId }, "A map that nobody has opened for long was deleted.");
  }

  #isOpen(mapId: string): boolean {
    return [...this.#connections()].some(({ link }) => link.mapId === mapId);
  }

  *#connections() {
    for (const room of this.#parts.rooms.openRooms) yield* room.connections;
  }
}
