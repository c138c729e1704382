/** Errors whose messages hold nothing that a person wrote: they are ours, or the language's own. */
const plainErrors: ReadonlySet<string> = new Set([
  "StoreError",
  "SettingsError",
  "CannotOpenRoom",
  "TooManyJobs",
  "TypeError",
  "RangeError",
  "ReferenceError",
]);

/** What of an error goes into the log. */
export interface LoggedError {
  readonly type: string;
  readonly message?: string;
  readonly code?: string;
  /** Where in the program, without the message. */
  readonly at?: readonly string[];
}

/**
 * An error for the log. Messages of libraries may quote what they were given, which is somebody's map: only those that cannot
 * are written, and those of the operating system, which bear a code.
 */
export function loggedError(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  const isPlain = plainErrors.has(error.name) || code !== undefined;
  // Without the message first: it may have lines of its own.
  const frames = (error.stack ?? "")
    .replace(error.message, "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    ...(isPlain ? { message: error.message } : {}),
    ...(code === undefined ? {} : { code }),
    at: frames.map((line) => line.trim()),
  };
}
