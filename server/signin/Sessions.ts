import { ExpiryTimers } from "../access/ExpiryTimers.ts";
import type { SignedInPerson } from "../access/SignedInPerson.ts";
import { hashToken, newToken } from "../access/tokens.ts";
import type { SessionRecord, SessionsOf, SignInStore } from "../storage/SignInStore.ts";
import type { SignInCookies } from "./cookies.ts";

export interface SessionsOptions {
  readonly store: SignInStore;
  readonly cookies: SignInCookies;
  /** Whether people sign in on this server at all. Where they do not, nobody is signed in, whatever cookies say. */
  readonly isOn: boolean;
  /** How long a sign-in lasts. */
  readonly lastsMs: number;
  /** Tells the other servers that share the store, where there are any. */
  announce(change: SessionsEnded): Promise<void>;
}

/** What every other server must act on. */
export interface SessionsEnded {
  readonly kind: "sessions-ended";
  readonly ids: readonly string[];
}

/** Who has signed in, as the directory says. */
export type WhoSignedIn = Pick<
  SessionRecord,
  "issuer" | "subject" | "directorySession" | "name" | "organisation"
>;

/** A session whose token is given to the browser this once. */
export interface NewSession {
  readonly token: string;
  readonly person: SignedInPerson;
}

const pruneEveryMs = 60 * 60 * 1_000;
/** So many ended sessions are remembered, for those whose connections were just being opened. */
const rememberedEnds = 10_000;

/** Who is signed in. */
export class Sessions {
  readonly #options: SessionsOptions;
  readonly #ended = new Set<string>();
  readonly #timers = new ExpiryTimers();
  readonly #whenOver: (() => void)[] = [];
  readonly #pruning: NodeJS.Timeout;

  constructor(options: SessionsOptions) {
    this.#options = options;
    this.#timers.onExpired(() => this.#tellOver());
    this.#pruning = setInterval(() => {
      // What is over lets nobody in: that it is still there a while longer does no harm.
      options.store.forgetBefore(Date.now()).catch(() => undefined);
    }, pruneEveryMs);
    this.#pruning.unref();
  }

  /** The person whose session a cookie names; `null` = nobody, or not any more. */
  async personOf(cookieHeader: string | undefined): Promise<SignedInPerson | null> {
    if (!this.#options.isOn) return null;
    const token = this.#options.cookies.readSession(cookieHeader);
    if (token === null) return null;
    const session = await this.#options.store.findSession(hashToken(token));
    return session && session.expiresAt > Date.now() ? personIn(session) : null;
  }

  /** Begins a session. */
  async begin(who: WhoSignedIn): Promise<NewSession> {
    const token = newToken();
    const createdAt = Date.now();
    const expiresAt = createdAt + this.#options.lastsMs;
    const session = { ...who, id: hashToken(token), createdAt, expiresAt };
    await this.#options.store.addSession(session);
    return { token, person: personIn(session) };
  }

  /** Ends a session; says whether there was one. */
  async end(id: string): Promise<boolean> {
    const session = await this.#options.store.endSession(id);
    if (session) await this.#endedHere([id]);
    return session !== null;
  }

  /** Ends the sessions of a person, or those that belong to one session with the directory; answers how many. */
  async endOf(whose: SessionsOf): Promise<number> {
    const ids = await this.#options.store.endSessionsOf(whose);
    if (ids.length > 0) await this.#endedHere(ids);
    return ids.length;
  }

  /** Takes note of what another server has ended. */
  take({ ids }: SessionsEnded): void {
    for (const id of ids) this.#noteEnded(id);
    this.#tellOver();
  }

  /** Calls back whenever sessions have ended or their time is over. */
  onOver(over: () => void): void {
    this.#whenOver.push(over);
  }

  /** Whether somebody who was signed in a moment ago is not any more. */
  isOver({ session, expiresAt }: SignedInPerson): boolean {
    return this.#ended.has(session) || expiresAt <= Date.now();
  }

  /** From now on it is told when the time of a session is over. */
  watch({ session, expiresAt }: SignedInPerson): void {
    this.#timers.watch(session, expiresAt);
  }

  /** Tells of no session any more. */
  close(): void {
    clearInterval(this.#pruning);
    this.#timers.close();
  }

  async #endedHere(ids: readonly string[]): Promise<void> {
    const ended = { kind: "sessions-ended", ids } as const;
    this.take(ended);
    await this.#options.announce(ended);
  }

  #noteEnded(id: string): void {
    this.#timers.stop(id);
    const [oldest] = this.#ended;
    if (this.#ended.size >= rememberedEnds && oldest !== undefined) this.#ended.delete(oldest);
    this.#ended.add(id);
  }

  #tellOver(): void {
    for (const over of this.#whenOver) over();
  }
}

function personIn({ id, name, organisation, expiresAt }: SessionRecord): SignedInPerson {
  return { session: id, name, organisation, expiresAt };
}
