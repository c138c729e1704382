import type { Root, Value } from "./layout.ts";

/** One key of one record, before and after. `undefined` is absent. `record` is empty for the root `map`. */
export interface Change {
  readonly root: Root;
  readonly record: string;
  readonly key: string;
  readonly before: Value;
  readonly after: Value;
}

/** What one edit changed, in order. Empty where everything already was as asked. */
export type Step = readonly Change[];

/** The origin of every transaction that {@link edit} or an undo makes: tells one's own changes from those that arrive. */
export const LOCAL_EDIT = Symbol("local edit");
