import type { SecurityEvent, SecurityQuery, SecurityStore } from "./SecurityStore.ts";

/** Keeps the security log for as long as the process lives. */
export class MemorySecurityStore implements SecurityStore {
  #events: readonly SecurityEvent[] = [];

  async add(events: readonly SecurityEvent[], mostPerMap: number): Promise<void> {
    const all = [...this.#events, ...events];
    const counts = new Map<string, number>();
    this.#events = all
      .toReversed()
      .filter(({ mapId }) => {
        const count = (counts.get(mapId) ?? 0) + 1;
        counts.set(mapId, count);
        return count <= mostPerMap;
      })
      .toReversed();
  }

  async list({ mapId, count }: SecurityQuery): Promise<readonly SecurityEvent[]> {
    const wanted = this.#events.filter((event) => mapId === undefined || event.mapId === mapId);
    return wanted.slice(-count).toReversed();
  }

  async forgetBefore(at: number): Promise<void> {
    this.#events = this.#events.filter((event) => event.at >= at);
  }
}
