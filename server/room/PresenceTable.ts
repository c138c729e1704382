/** What one client says about itself, as it goes over the wire. `json` is `null` once it has left. */
export interface PresenceEntry {
  readonly clientId: number;
  readonly clock: number;
  readonly json: string | null;
}

interface Held<Speaker> extends PresenceEntry {
  readonly speaker: Speaker;
}

/** What a claim came to besides being taken or dropped. */
export interface ClaimResult<Speaker> {
  /** Somebody else speaks for the id that this speaker wanted: if that one is dead, the id becomes free. */
  readonly heldBy?: Speaker;
  /** Others were told that this client had left, with this clock: they hear it again only with a later one. */
  readonly returnedAtClock?: number;
}

/** How many of those who left are remembered, for when they come back. */
const rememberedDepartures = 1_000;

/**
 * Who is in a room and what they say of themselves. A speaker speaks for one client id: the first that it says something
 * about and that nobody else speaks for. What it says about others is an echo, and is dropped.
 */
export class PresenceTable<Speaker> {
  readonly #held = new Map<number, Held<Speaker>>();
  readonly #idOf = new Map<Speaker, number>();
  readonly #departed = new Map<number, number>();
  #changed = new Set<number>();
  #left: PresenceEntry[] = [];

  /** Takes what a speaker says about itself. An older clock than the known one changes nothing. */
  claim(speaker: Speaker, entries: readonly PresenceEntry[]): ClaimResult<Speaker> {
    const own = this.#idOf.get(speaker);
    if (own !== undefined) {
      for (const entry of entries) if (entry.clientId === own) this.#take(speaker, entry);
      return {};
    }
    let heldBy: Speaker | undefined;
    for (const entry of entries) {
      if (entry.json === null) continue;
      heldBy = this.#held.get(entry.clientId)?.speaker;
      if (heldBy === undefined) return this.#take(speaker, entry);
    }
    return heldBy === undefined ? {} : { heldBy };
  }

  /** A speaker has gone, and with it what it said. */
  leave(speaker: Speaker): void {
    const id = this.#idOf.get(speaker);
    if (id === undefined) return;
    const held = this.#held.get(id);
    this.#idOf.delete(speaker);
    this.#held.delete(id);
    this.#changed.delete(id);
    if (!held) return;
    this.#departed.set(id, held.clock);
    const [oldest] = this.#departed.keys();
    if (this.#departed.size > rememberedDepartures && oldest !== undefined) this.#departed.delete(oldest);
    this.#left.push({ clientId: id, clock: held.clock, json: null });
  }

  /** What a speaker says of itself now. */
  jsonOf(speaker: Speaker): string | null {
    const id = this.#idOf.get(speaker);
    return id === undefined ? null : (this.#held.get(id)?.json ?? null);
  }

  /** The client that a speaker speaks for, and what it says of itself now; `null` where it has said nothing yet. */
  entryOf(speaker: Speaker): PresenceEntry | null {
    const id = this.#idOf.get(speaker);
    return id === undefined ? null : (this.#held.get(id) ?? null);
  }

  /** Everybody who is here. */
  all(): readonly PresenceEntry[] {
    return [...this.#held.values()].filter((entry) => entry.json !== null);
  }

  /** Whom those who heard everything so far know of, by client id: with the clock that they heard last, or an earlier one. */
  known(): ReadonlyMap<number, number> {
    const known = new Map(this.#left.map(({ clientId, clock }) => [clientId, clock]));
    for (const { clientId, clock } of this.#held.values()) known.set(clientId, clock);
    return known;
  }

  /** What somebody must hear who knows of these and has heard nothing since: who is here, and who has gone meanwhile. */
  since(known: ReadonlyMap<number, number>): readonly PresenceEntry[] {
    const entries: PresenceEntry[] = [];
    for (const entry of this.#held.values())
      if (entry.json !== null || known.has(entry.clientId)) entries.push(entry);
    for (const [clientId, clock] of known) {
      if (this.#held.has(clientId)) continue;
      entries.push({ clientId, clock: this.#departed.get(clientId) ?? clock, json: null });
    }
    return entries;
  }

  get hasChanges(): boolean {
    return this.#changed.size > 0 || this.#left.length > 0;
  }

  /** What changed since the last call: of each person only the latest. */
  takeChanges(): readonly PresenceEntry[] {
    const changes: PresenceEntry[] = this.#left.filter(({ clientId }) => !this.#held.has(clientId));
    for (const id of this.#changed) {
      const entry = this.#held.get(id);
      if (entry) changes.push(entry);
    }
    this.#changed = new Set();
    this.#left = [];
    return changes;
  }

  #take(speaker: Speaker, entry: PresenceEntry): ClaimResult<Speaker> {
    const before = this.#held.get(entry.clientId);
    if (before && !isNewer(entry, before)) return {};
    this.#idOf.set(speaker, entry.clientId);
    this.#held.set(entry.clientId, { ...entry, speaker });
    this.#changed.add(entry.clientId);
    const departedClock = this.#departed.get(entry.clientId);
    this.#departed.delete(entry.clientId);
    return departedClock !== undefined && departedClock >= entry.clock
      ? { returnedAtClock: departedClock }
      : {};
  }
}

function isNewer(entry: PresenceEntry, before: PresenceEntry): boolean {
  return (
    entry.clock > before.clock ||
    (entry.clock === before.clock && entry.json === null && before.json !== null)
  );
}
