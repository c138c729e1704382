import type { HistoryAnswer } from "../../shared/history/HistoryAnswer.ts";
import { ApiError } from "../sync/callApi.ts";
import type { MapSession } from "../sync/MapSession.ts";
import { fetchHistory } from "./historyApi.ts";
import { countNew, type Timeline, withNewest, withOlder } from "./timeline.ts";

/** Typing and dragging end before the server is asked what is new. */
const quietMs = 1_200;
/** However busy the map is, it is asked that often. */
const longestWaitMs = 6_000;

export interface TimelineState {
  /** Undefined until the first page has come. */
  readonly timeline: Timeline | undefined;
  /** Why the first page, or the one that was asked for, did not come. */
  readonly error: string | undefined;
  readonly isLoading: boolean;
  /** How many changes wait to be shown: the list does not move under whoever reads it. */
  readonly waiting: number;
}

const NOTHING: TimelineState = { timeline: undefined, error: undefined, isLoading: false, waiting: 0 };

type Fetch = (before: number | undefined, signal: AbortSignal) => Promise<HistoryAnswer>;

/** What is known of the history of one map. While somebody listens it asks what is new whenever the map has changed. */
export class TimelineStore {
  readonly #session: Pick<MapSession, "doc" | "connection">;
  readonly #fetch: Fetch;
  readonly #listeners = new Set<() => void>();
  #state = NOTHING;
  #newestPage: HistoryAnswer | undefined;
  #abort: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #askBy: number | undefined;

  constructor(
    session: Pick<MapSession, "id" | "doc" | "connection">,
    fetch: Fetch = (before, signal) => fetchHistory(session.id, before, signal),
  ) {
    this.#session = session;
    this.#fetch = fetch;
  }

  readonly get = (): TimelineState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    if (this.#listeners.size === 0) this.#follow();
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#rest();
    };
  };

  /** Asks for the newest page and shows it at once. */
  async reload(): Promise<void> {
    await this.#load(undefined, (page) => this.#show(page));
  }

  /** Asks for the page after what is loaded. Nothing happens where there is none, or one is on its way. */
  async loadOlder(): Promise<void> {
    const { timeline, isLoading } = this.#state;
    if (timeline === undefined || timeline.next === null || isLoading) return;
    await this.#load(timeline.next, (page) => this.#set({ timeline: withOlder(timeline, page) }));
  }

  /** Shows what waits, and asks whether there is more by now. */
  showNew(): void {
    if (this.#newestPage !== undefined) this.#show(this.#newestPage);
    void this.reload();
  }

  #show(page: HistoryAnswer): void {
    const { timeline } = this.#state;
    this.#newestPage = undefined;
    this.#set({ timeline: timeline === undefined ? page : withNewest(timeline, page), waiting: 0 });
  }

  async #load(before: number | undefined, take: (page: HistoryAnswer) => void): Promise<void> {
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.#set({ isLoading: true, error: undefined });
    try {
      const page = await this.#fetch(before, abort.signal);
      if (abort.signal.aborted) return;
      take(page);
      this.#set({ isLoading: false });
    } catch (problem) {
      if (!abort.signal.aborted) this.#set({ isLoading: false, error: wordsFor(problem) });
    }
  }

  /** Asks quietly: whether it works out or not, nothing moves. */
  async #lookForNew(): Promise<void> {
    const { timeline, isLoading } = this.#state;
    if (timeline === undefined || isLoading) return;
    const abort = new AbortController();
    this.#abort = abort;
    try {
      const page = await this.#fetch(undefined, abort.signal);
      const now = this.#state.timeline;
      if (abort.signal.aborted || now === undefined) return;
      // Nothing moves where there is nothing yet.
      if (now.entries.length + now.checkpoints.length === 0) return this.#show(page);
      this.#newestPage = page;
      this.#set({ waiting: countNew(now, page) });
    } catch {
      // The bar says how the connection is, and the next change asks again.
    }
  }

  #stopFollowing = () => {};

  #follow(): void {
    const { doc, connection } = this.#session;
    const onChange = () => this.#wait();
    doc.on("update", onChange);
    const stop = connection.subscribe(() => {
      if (connection.state().kind === "saved") this.#wait();
    });
    this.#stopFollowing = () => {
      doc.off("update", onChange);
      stop();
    };
    if (this.#state.timeline === undefined) void this.reload();
    else this.#wait();
  }

  #rest(): void {
    this.#stopFollowing();
    this.#abort?.abort();
    clearTimeout(this.#timer);
    this.#askBy = undefined;
    if (this.#state.isLoading) this.#set({ isLoading: false });
  }

  #wait(): void {
    const now = Date.now();
    this.#askBy ??= now + longestWaitMs;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => {
        this.#askBy = undefined;
        void this.#lookForNew();
      },
      Math.max(0, Math.min(quietMs, this.#askBy - now)),
    );
  }

  #set(change: Partial<TimelineState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of [...this.#listeners]) listener();
  }
}

/** What a failed call about the history says on the screen. */
export function wordsFor(problem: unknown): string {
  return problem instanceof ApiError
    ? problem.message
    : "Something went wrong on this page. Reload it and try again.";
}

const stores = new WeakMap<MapSession, TimelineStore>();

/** The history of a session’s map: one for everything on the page that shows it. */
export function timelineOf(session: MapSession): TimelineStore {
  const store = stores.get(session) ?? new TimelineStore(session);
  stores.set(session, store);
  return store;
}
