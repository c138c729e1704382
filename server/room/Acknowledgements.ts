import type { CommitQueue } from "./CommitQueue.ts";
import type { Connection } from "./Connection.ts";
import { ackFrame } from "./frames.ts";

interface Asked {
  readonly connection: Connection;
  readonly number: number;
}

export interface AcknowledgementsOptions {
  readonly commits: Pick<CommitQueue, "whenCommitted">;
  /** Whether something that somebody sent could not be applied yet. */
  isOwing(connection: Connection): boolean;
}

/** Who wants to hear when everything that it sent is committed. */
export class Acknowledgements {
  readonly #options: AcknowledgementsOptions;
  #asked: Asked[] = [];

  constructor(options: AcknowledgementsOptions) {
    this.#options = options;
  }

  get areAsked(): boolean {
    return this.#asked.length > 0;
  }

  ask(connection: Connection, number: number): void {
    this.#asked.push({ connection, number });
  }

  leave(connection: Connection): void {
    if (this.areAsked) this.#asked = this.#asked.filter((ack) => ack.connection !== connection);
  }

  /** Answers those whose updates are all with the store, as soon as it has committed them. */
  answer(): void {
    if (!this.areAsked) return;
    const { commits, isOwing } = this.#options;
    const due = this.#asked.filter(({ connection }) => !isOwing(connection));
    const later = this.#asked.filter(({ connection }) => isOwing(connection));
    this.#asked = newestOfEach(later);
    if (due.length === 0) return;
    commits.whenCommitted(() => {
      for (const { connection, number } of due) connection.send(ackFrame(number));
    });
  }
}

/** An answer to the newest number says it of those before as well. Nothing is before number 0, which is asked by itself. */
function newestOfEach(asked: readonly Asked[]): Asked[] {
  const newest = (some: readonly Asked[]) => new Map(some.map((each) => [each.connection, each])).values();
  return [
    ...newest(asked.filter(({ number }) => number > 0)),
    ...newest(asked.filter(({ number }) => number === 0)),
  ];
}
