/** Ends a command with a message on standard error and exit code 2: nothing was done. */
export class CommandError extends Error {
  override readonly name: string = "CommandError";
}

/** The command was called wrongly; the usage of the command is printed too. */
export class UsageError extends CommandError {
  override readonly name = "UsageError";
}
