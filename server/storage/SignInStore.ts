/** Somebody who is signed in, in one browser. The token of their cookie is stored nowhere, only its hash, which is the id. */
export interface SessionRecord {
  readonly id: string;
  /** Who vouches for them, and under which name of its own. */
  readonly issuer: string;
  readonly subject: string;
  /** What the directory calls its own session with this browser; `null` where it has not said. */
  readonly directorySession: string | null;
  readonly name: string;
  /** `null` where the directory has told none. */
  readonly organisation: string | null;
  readonly createdAt: number;
  readonly expiresAt: number;
}

/** Somebody who has been sent to the directory and has not come back yet. */
export interface SignInAttempt {
  /** The hash of the state that goes to the directory and back. */
  readonly id: string;
  /** The hash of what the browser keeps: whoever comes back with the state alone has not begun it. */
  readonly browserHash: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Where on this server they want to be afterwards. */
  readonly returnPath: string;
  readonly expiresAt: number;
}

/** Whose sessions are meant: of one person, or those that belong to one session with the directory. */
export interface SessionsOf {
  readonly issuer: string;
  readonly subject?: string | undefined;
  readonly directorySession?: string | undefined;
}

/** Who is signed in, and who is about to be. A failure rejects with a `StoreError`. */
export interface SignInStore {
  addAttempt(attempt: SignInAttempt): Promise<void>;
  /** Takes an attempt out of the store, if this browser began it: nobody comes back twice. */
  takeAttempt(id: string, browserHash: string): Promise<SignInAttempt | null>;
  addSession(session: SessionRecord): Promise<void>;
  /** A session that has not been ended, also one whose time is over. */
  findSession(id: string): Promise<SessionRecord | null>;
  /** Ends a session, and answers it as it was; `null` where there is none. */
  endSession(id: string): Promise<SessionRecord | null>;
  /** Ends sessions that fit everything that is said of them, and answers their ids. */
  endSessionsOf(whose: SessionsOf): Promise<readonly string[]>;
  /** Forgets attempts and sessions whose time was over before a moment. */
  forgetBefore(at: number): Promise<void>;
}
