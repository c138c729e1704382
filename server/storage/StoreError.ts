/** The store could not do what was asked; nothing was changed. The message is for the operator and names no content. */
export class StoreError extends Error {
  override readonly name = "StoreError";
}
