/** Who wrote a change: the link that they came by, and what they called themselves at that moment. */
export interface Author {
  /** Id of the link; empty for the server itself. */
  readonly link: string;
  /** Empty where nobody has said it. */
  readonly name: string;
  readonly organisation: string;
}

/** The server itself: it seeds, migrates and compacts. */
export const SERVER_AUTHOR: Author = { link: "", name: "", organisation: "" };
