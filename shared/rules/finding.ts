import type { Editor } from "../document/edit.ts";
import type { Json } from "../model/field.ts";
import type { Severity } from "../model/systemMap.ts";

/** What stands behind a finding. `lesson`: it went wrong somewhere; `completeness`: the drawing is unfinished. */
export type Basis = "law" | "regulation" | "guidance" | "lesson" | "completeness";

/** What a check returns to everybody: exactly the public fields. */
export interface PublicFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly basis: Basis;
  /** Ids, in the order of the rule catalogue. */
  readonly subjects: readonly string[];
  readonly message: string;
  /** The room has looked at it and accepted it. True or absent. */
  readonly accepted?: true;
}

/** A change of the drawing that mends a finding. It draws a proposal: nothing is recorded as agreed by a click. */
export interface Fix {
  /** Unique among the fixes of one finding. */
  readonly id: string;
  readonly label: string;
  /** Makes the change, within one edit and so as one step to undo. */
  apply(editor: Editor, newId: () => string): void;
}

export interface Finding extends PublicFinding {
  readonly title: string;
  /** Why it matters. */
  readonly why: string;
  /** Where it happened before. */
  readonly precedent?: string;
  readonly sources: readonly string[];
  /** The same for the same rule and subjects, whatever the wording. */
  readonly key: string;
  /** What the rule itself says, where the settings of the map say otherwise. */
  readonly ownSeverity?: Severity;
  /** The values that the message states. */
  readonly facts: Readonly<Record<string, Json>>;
}

/** A finding with all that the panel shows. */
export interface CheckedFinding extends Finding {
  /** What would mend it, on the map as it was checked last; worked out when it is asked for. */
  readonly fixes: readonly Fix[];
}
