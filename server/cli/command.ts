import type { ParseArgsConfig } from "node:util";

/** Where a command writes. Standard output carries the result and nothing else. */
export interface Terminal {
  out(text: string): void;
  error(text: string): void;
  /** Width of the screen in characters. */
  readonly columns: number;
  /** Whether the result is looked at on a screen that shows colours. */
  readonly hasColour: boolean;
}

export type Options = NonNullable<ParseArgsConfig["options"]>;
export type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

export const EXIT = { fine: 0, errorsFound: 1, cannotRun: 2 } as const;

export interface Command {
  readonly name: string;
  readonly summary: string;
  readonly usage: string;
  /** What stands below the usage in the help of the command. */
  readonly help: string;
  readonly options: Options;
  /** @throws CommandError where it cannot do its work. Returns the exit code. */
  run(files: readonly string[], values: Values, terminal: Terminal): number | Promise<number>;
}
