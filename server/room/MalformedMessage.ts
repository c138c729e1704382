/** A message that breaks the protocol. Its connection is closed; nothing of it was applied. */
export class MalformedMessage extends Error {
  override readonly name = "MalformedMessage";
}
