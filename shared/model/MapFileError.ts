/** Says why a map cannot be read, and where: nothing of it has been read when this is thrown. */
export class MapFileError extends Error {
  override readonly name = "MapFileError";
  /** Line of the text, counted from 1; only where the text is no JSON. */
  readonly line: number | undefined;
  /** Place in the map, such as `elements[3].annualValue`; only where the text is JSON. */
  readonly path: string | undefined;

  constructor(message: string, place: { line?: number; path?: string } = {}) {
    super(message);
    this.line = place.line;
    this.path = place.path;
  }
}

const longestQuotedValue = 60;

/** A value as it stood in the file, shortened for a message. */
export function quoteValue(value: unknown): string {
  const quoted = JSON.stringify(value) ?? String(value);
  return quoted.length > longestQuotedValue ? `${quoted.slice(0, longestQuotedValue)}…` : quoted;
}
