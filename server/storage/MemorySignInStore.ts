import type { SessionRecord, SessionsOf, SignInAttempt, SignInStore } from "./SignInStore.ts";

/** Keeps who is signed in for as long as the process lives. */
export class MemorySignInStore implements SignInStore {
  readonly #attempts = new Map<string, SignInAttempt>();
  readonly #sessions = new Map<string, SessionRecord>();

  async addAttempt(attempt: SignInAttempt): Promise<void> {
    this.#attempts.set(attempt.id, attempt);
  }

  async takeAttempt(id: string, browserHash: string): Promise<SignInAttempt | null> {
    const attempt = this.#attempts.get(id);
    if (!attempt || attempt.browserHash !== browserHash) return null;
    this.#attempts.delete(id);
    return attempt;
  }

  async addSession(session: SessionRecord): Promise<void> {
    this.#sessions.set(session.id, session);
  }

  async findSession(id: string): Promise<SessionRecord | null> {
    return this.#sessions.get(id) ?? null;
  }

  async endSession(id: string): Promise<SessionRecord | null> {
    const session = this.#sessions.get(id) ?? null;
    this.#sessions.delete(id);
    return session;
  }

  async endSessionsOf({ issuer, subject, directorySession }: SessionsOf): Promise<readonly string[]> {
    const meant = [...this.#sessions.values()].filter(
      (session) =>
        session.issuer === issuer &&
        (subject === undefined || session.subject === subject) &&
        (directorySession === undefined || session.directorySession === directorySession),
    );
    for (const { id } of meant) this.#sessions.delete(id);
    return meant.map(({ id }) => id);
  }

  async forgetBefore(at: number): Promise<void> {
    for (const kept of [this.#attempts, this.#sessions])
      for (const [id, { expiresAt }] of kept) if (expiresAt < at) kept.delete(id);
  }
}
