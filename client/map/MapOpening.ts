import type * as Y from "yjs";
import type { UndoOutcome } from "../../shared/document/undo.ts";
import { includesRole, type Role } from "../../shared/protocol/roles.ts";
import type { EndReason } from "../sync/ConnectionState.ts";
import { ApiError } from "../sync/callApi.ts";
import type { CopyRecord } from "../sync/copyRegistry.ts";
import { enterMap, type MapAccess, rememberedLink, rememberLink } from "../sync/enterMap.ts";
import type { MapSession } from "../sync/MapSession.ts";
import { type OpenedSession, openMapSession } from "../sync/openMapSession.ts";
import { firstScreenDrawn } from "./firstScreen.ts";
import { nextAttempt } from "./nextAttempt.ts";

export type MapEntry =
  | { readonly kind: "entering" }
  | {
      readonly kind: "refused";
      readonly error: ApiError;
      readonly hadToken: boolean;
      readonly unsent: number;
    }
  | { readonly kind: "open"; readonly session: MapSession };

export interface MapOpeningOptions {
  readonly map: string;
  /** The token of the address, if it has one. */
  readonly token: string | undefined;
  /** Where `/sync` is. */
  readonly syncUrl: string;
  /** Told how it stands. */
  readonly onEntry: (entry: MapEntry) => void;
  /** Told when the way into the map no longer depends on the token of the address. */
  readonly onTokenUsed: () => void;
  readonly onUndone: (outcome: UndoOutcome) => void;
}

type Answer =
  | { readonly kind: "let-in"; readonly access: MapAccess }
  | { readonly kind: "refused"; readonly error: ApiError }
  | { readonly kind: "unreachable"; readonly error: ApiError };

/** So long the server may take before the device's copy is opened in its place. */
const patienceMs = 3_000;

const refusals: readonly number[] = [401, 403, 404];

/**
 * Gets a tab into a map: through the server where that answers, else from the device's copy, where there is one; the server is then asked
 * again until it answers, and has the last word.
 */
export class MapOpening {
  readonly #options: MapOpeningOptions;
  readonly #abort = new AbortController();
  #session: OpenedSession | undefined;

  constructor(options: MapOpeningOptions) {
    this.#options = options;
    void this.#run();
  }

  /** Gives up, or leaves the map. */
  close(): void {
    this.#abort.abort();
    this.#session?.destroy();
  }

  async #run(): Promise<void> {
    const coming = this.#ask();
    const copy = this.#findCopy();
    const soon = await Promise.race([coming, waitMs(patienceMs)]);
    if (this.#isClosed) return;
    if (soon === undefined || soon.kind === "unreachable") {
      const record = await copy;
      if (this.#isClosed) return;
      if (record !== undefined && (await this.#openCopy(record, coming))) return;
    }
    const answer = await coming;
    if (this.#isClosed) return;
    if (answer.kind === "let-in") this.#openFromServer(answer.access);
    else if (answer.kind === "refused") await this.#refuse(answer.error, await copy);
    else this.#tellRefusal(answer.error);
  }

  get #isClosed(): boolean {
    return this.#abort.signal.aborted;
  }

  async #ask(): Promise<Answer> {
    const { map, token } = this.#options;
    try {
      return { kind: "let-in", access: await enterMap(map, token, this.#abort.signal) };
    } catch (problem) {
      const error = problem instanceof ApiError ? problem : new ApiError("The map could not be opened.", 500);
      return { kind: refusals.includes(error.status) ? "refused" : "unreachable", error };
    }
  }

  async #findCopy(): Promise<CopyRecord | undefined> {
    const { map, token } = this.#options;
    try {
      const { copyFor } = await import("../sync/deviceCopies.ts");
      return await copyFor({ map, token, link: rememberedLink(map) });
    } catch {
      // The browser keeps nothing.
      return undefined;
    }
  }

  #openFromServer({ link, role }: MapAccess): void {
    const session = this.#openSession(link, role, false);
    this.#tellOpen(session);
    void this.#lookAfterCopies(session, link);
  }

  /** Opens the copy, and goes on asking the server. @returns false where there is no map in the copy. */
  async #openCopy({ link, role }: CopyRecord, coming: Promise<Answer>): Promise<boolean> {
    const session = this.#openSession(link, role, true);
    if (!(await session.hasCopy) || this.#isClosed) {
      session.destroy();
      return this.#isClosed;
    }
    // Whatever else this browser holds: what the copy holds goes by the link that it was made through.
    rememberLink(this.#options.map, link);
    this.#tellOpen(session);
    void this.#askUntilAnswered(session, link, coming);
    return true;
  }

  async #askUntilAnswered(session: OpenedSession, link: string, coming: Promise<Answer>): Promise<void> {
    let answer = await coming;
    for (let failures = 1; answer.kind === "unreachable" && !this.#isClosed; failures += 1) {
      await nextAttempt(failures, this.#abort.signal);
      if (!this.#isClosed) answer = await this.#ask();
    }
    if (this.#isClosed) return;
    if (answer.kind !== "let-in") return session.end(reasonOf(answer.error));
    const { access } = answer;
    if (access.link !== link || !includesRole(access.role, "editor")) return session.end("read-only");
    session.connect();
    void this.#lookAfterCopies(session, link);
  }

  /**
   * Where the device keeps what the server never took, that is shown once more, to be saved as a file; what is kept else goes. Where a
   * sign-in is missing, it is kept unseen: with the sign-in it is sent.
   */
  async #refuse(error: ApiError, record: CopyRecord | undefined): Promise<void> {
    let unsent = 0;
    if (record !== undefined) {
      const session = this.#openSession(record.link, record.role, true);
      const isMap = await session.hasCopy;
      if (this.#isClosed) return session.destroy();
      session.end(reasonOf(error));
      const state = session.connection.state();
      if (isMap && state.kind === "ended") unsent = state.changes;
      if (unsent > 0 && error.signIn === undefined) return this.#tellOpen(session);
      session.destroy();
    }
    this.#tellRefusal(error, unsent);
  }

  #openSession(link: string, role: Role, startsAway: boolean): OpenedSession {
    const { map, token, syncUrl, onUndone } = this.#options;
    const openCopy = async (doc: Y.Doc) => {
      const { keepCopy } = await import("../sync/deviceCopies.ts");
      return keepCopy(doc, { id: map, link, role }, token);
    };
    return openMapSession({
      id: map,
      link,
      role,
      syncUrl,
      onUndone,
      startsAway,
      ...(includesRole(role, "editor") && { openCopy }),
    });
  }

  async #lookAfterCopies(session: OpenedSession, link: string): Promise<void> {
    await firstScreenDrawn;
    const { lookAfterCopies } = await import("./lookAfterCopies.ts");
    await lookAfterCopies({
      session,
      link,
      openOther: (copy) => this.#openSession(copy.link, copy.role, false),
      signal: this.#abort.signal,
    });
  }

  #tellOpen(session: OpenedSession): void {
    this.#session = session;
    this.#options.onTokenUsed();
    this.#options.onEntry({ kind: "open", session });
  }

  #tellRefusal(error: ApiError, unsent = 0): void {
    const hadToken = this.#options.token !== undefined;
    // The browser has the link as a cookie, for when it comes back signed in.
    if (error.signIn !== undefined) this.#options.onTokenUsed();
    this.#options.onEntry({ kind: "refused", error, hadToken, unsent });
  }
}

/** A call that any link may make is forbidden only to a browser that was sent away. */
function reasonOf({ status, signIn }: ApiError): EndReason {
  if (signIn !== undefined) return signIn.code;
  return status === 403 ? "removed" : "no-link";
}

function waitMs(ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), ms));
}
