import type { AccessStore, LinkRecord, MapRecord } from "./AccessStore.ts";
import { StoreError } from "./StoreError.ts";

/** Keeps maps and links for as long as the process lives. */
export class MemoryAccessStore implements AccessStore {
  readonly #maps = new Map<string, MapRecord>();
  readonly #links = new Map<string, LinkRecord>();

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

  #checkFree(link: LinkRecord): void {
    for (const other of this.#links.values()) {
      if (other.id === link.id || other.tokenHash === link.tokenHash) {
        throw new StoreError("The link's id or token is taken.");
      }
    }
  }
}
