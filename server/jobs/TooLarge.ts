/** What was sent is larger than a limit. */
export class TooLarge extends Error {
  override readonly name = "TooLarge";
}
