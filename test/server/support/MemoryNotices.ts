import type { NoticeStore, StoredNotice } from "../../../server/storage/NoticeStore.ts";

/** Notices in memory, for servers of one process that share a store. */
export class MemoryNotices implements NoticeStore {
  readonly #notices: StoredNotice[] = [];

  async add(server: string, text: string): Promise<number> {
    const id = this.#notices.length + 1;
    this.#notices.push({ id, server, text });
    return id;
  }

  async after(id: number): Promise<readonly StoredNotice[]> {
    return this.#notices.filter((notice) => notice.id > id);
  }

  async newest(): Promise<number> {
    return this.#notices.length;
  }
}
