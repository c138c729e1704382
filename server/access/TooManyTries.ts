/** Somebody asks too often; the message says so to them. */
export class TooManyTries extends Error {
  override readonly name = "TooManyTries";
  readonly waitSeconds: number;

  /** @param waitSeconds after which one more may pass. */
  constructor(message: string, waitSeconds: number) {
    super(message);
    this.waitSeconds = waitSeconds;
  }
}
