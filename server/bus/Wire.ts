/**
 * Carries messages between servers, quickly and without a promise: one that is sent while the wire is down is lost, and so may be the last ones before.
 * What must not be lost is in the store; see `Bus`.
 */
export interface Wire {
  /** Whether messages come through now, as far as is known. */
  readonly isUp: boolean;
  /** Sends to everybody who is subscribed, this server included, in the order of the calls. Lost where the wire is down. */
  send(channel: string, message: Uint8Array): void;
  /**
   * Resolves once messages come. Where the wire is down it resolves all the same, and they come when it is up again.
   * Resubscribed by itself whenever the wire comes up.
   */
  subscribe(channel: string, onMessage: (message: Uint8Array) => void): Promise<Unsubscribe>;
  /** Calls back whenever the wire goes down or comes up. What was sent in between never arrives. */
  onChange(changed: (isUp: boolean) => void): void;
  close(): Promise<void>;
}

export type Unsubscribe = () => void;
