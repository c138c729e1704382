import type {
  AccessStore,
  LinkChange,
  LinkRecord,
  MapListing,
  MapPage,
  MapQuery,
  MapRecord,
  RemovedBrowser,
} from "./AccessStore.ts";
import { StoreError } from "./StoreError.ts";

/** Keeps maps and links for as long as the process lives. */
export class MemoryAccessStore implements AccessStore {
  readonly #maps = new Map<string, MapRecord>();
  readonly #links = new Map<string, LinkRecord>();
  readonly #removed = new Map<string, RemovedBrowser>();
  readonly #bytesOf: (mapId: string) => number;

  /** @param bytesOf says how large a map's documents are. Default: empty. */
  constructor(bytesOf: (mapId: string) => number = () => 0) {
    this.#bytesOf = bytesOf;
  }

  async createMap(map: MapRecord, links: readonly LinkRecord[]): Promise<void> {
    if (this.#maps.has(map.id)) throw new StoreError("The map's id is taken.");
    for (const link of links) this.#checkFree(link);
    this.#maps.set(map.id, map);
    for (const link of links) this.#links.set(link.id, link);
  }

  async findMap(mapId: string): Promise<MapRecord | null> {
    return this.#maps.get(mapId) ?? null;
  }

  async setTitle(mapId: string, title: string): Promise<void> {
    const map = this.#maps.get(mapId);
    if (map) this.#maps.set(mapId, { ...map, title });
  }

  async deleteMap(mapId: string): Promise<void> {
    this.#maps.delete(mapId);
    for (const link of await this.listLinks(mapId)) this.#links.delete(link.id);
    for (const removed of await this.listRemoved(mapId)) this.#removed.delete(removed.id);
  }

  async addLink(link: LinkRecord): Promise<void> {
    if (!this.#maps.has(link.mapId)) throw new StoreError("There is no such map.");
    this.#checkFree(link);
    this.#links.set(link.id, link);
  }

  async listLinks(mapId: string): Promise<readonly LinkRecord[]> {
    return [...this.#links.values()].filter((link) => link.mapId === mapId);
  }

  async findLinkByHash(tokenHash: string): Promise<LinkRecord | null> {
    return [...this.#links.values()].find((link) => link.tokenHash === tokenHash) ?? null;
  }

  async revokeLink(mapId: string, linkId: string, at: number): Promise<boolean> {
    const link = this.#links.get(linkId);
    if (!link || link.mapId !== mapId || link.revokedAt !== null) return false;
    this.#links.set(linkId, { ...link, revokedAt: at });
    return true;
  }

  async touchLink(linkId: string, at: number): Promise<void> {
    const link = this.#links.get(linkId);
    if (link) this.#links.set(linkId, { ...link, lastUsedAt: at });
  }

  async changeLink(mapId: string, linkId: string, change: LinkChange): Promise<LinkRecord | null> {
    const link = this.#links.get(linkId);
    if (!link || link.mapId !== mapId || link.revokedAt !== null) return null;
    const changed = { ...link, ...change };
    this.#links.set(linkId, changed);
    return changed;
  }

  async addRemoved(removed: RemovedBrowser): Promise<void> {
    const known = this.#findRemoved(removed.mapId, removed.browserHash);
    const kept = known ? { ...known, name: removed.name } : removed;
    this.#removed.set(kept.id, kept);
  }

  async isRemoved(mapId: string, browserHash: string): Promise<boolean> {
    return this.#findRemoved(mapId, browserHash) !== undefined;
  }

  async listRemoved(mapId: string): Promise<readonly RemovedBrowser[]> {
    return [...this.#removed.values()].filter((removed) => removed.mapId === mapId);
  }

  async forgetRemoved(mapId: string, id: string): Promise<RemovedBrowser | null> {
    const removed = this.#removed.get(id);
    if (!removed || removed.mapId !== mapId) return null;
    this.#removed.delete(id);
    return removed;
  }

  async eraseRemovedName(mapId: string, name: string): Promise<void> {
    for (const removed of await this.listRemoved(mapId)) {
      if (removed.name === name) this.#removed.set(removed.id, { ...removed, name: "" });
    }
  }

  async listMaps({ search, order, isDescending, offset, count }: MapQuery): Promise<MapPage> {
    const wanted = search.toLowerCase();
    const matching = [...this.#maps.values()].filter(
      ({ id, title }) => title.toLowerCase().includes(wanted) || id === search,
    );
    const listings = matching.map((map) => this.#listingOf(map));
    const keys = { title: titleKey, created: createdKey, used: usedKey };
    const direction = isDescending ? -1 : 1;
    listings.sort(
      (one, other) => direction * compare(keys[order](one), keys[order](other)) || compare(one.id, other.id),
    );
    return { total: listings.length, maps: listings.slice(offset, offset + count) };
  }

  #findRemoved(mapId: string, browserHash: string): RemovedBrowser | undefined {
    return [...this.#removed.values()].find(
      (removed) => removed.mapId === mapId && removed.browserHash === browserHash,
    );
  }

  #listingOf(map: MapRecord): MapListing {
    const links = [...this.#links.values()].filter((link) => link.mapId === map.id);
    const uses = links.flatMap(({ lastUsedAt }) => lastUsedAt ?? []);
    const { id, title, createdAt } = map;
    return {
      id,
      title,
      createdAt,
      lastUsedAt: uses.length === 0 ? null : Math.max(...uses),
      links: links.filter((link) => link.revokedAt === null).length,
      bytes: this.#bytesOf(map.id),
    };
  }

  #checkFree(link: LinkRecord): void {
    for (const other of this.#links.values()) {
      if (other.id === link.id || other.tokenHash === link.tokenHash) {
        throw new StoreError("The link's id or token is taken.");
      }
    }
  }
}

const titleKey = (map: MapListing) => map.title.toLowerCase();
const createdKey = (map: MapListing) => map.createdAt;
/** What was never used comes before everything that was. */
const usedKey = (map: MapListing) => map.lastUsedAt ?? Number.NEGATIVE_INFINITY;

function compare<Key extends string | number>(one: Key, other: Key): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
