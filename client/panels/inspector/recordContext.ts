import { createContext, use } from "react";
import type { CheckedFinding } from "../../../shared/rules/finding.ts";
import type { Editors } from "./useEditors.ts";

/** What is around the fields of one record: of an element, a relation, the map, or several at once. */
export interface RecordAround {
  /** Id of the element or relation, or `map`; undefined where several are edited at once. */
  readonly id: string | undefined;
  readonly type: string;
  /** Who else is in which of its fields. */
  readonly editors: Editors;
  /** What the rules say, by field. */
  readonly findings: ReadonlyMap<string, readonly CheckedFinding[]>;
}

/** For a record about which nothing is said at its fields. */
export const NO_FINDINGS: RecordAround["findings"] = new Map();
/** For a record whose fields nobody follows. */
export const NO_EDITORS: Editors = new Map();

const NOTHING_AROUND: RecordAround = {
  id: undefined,
  type: "",
  editors: NO_EDITORS,
  findings: NO_FINDINGS,
};

export const RecordContext = createContext<RecordAround>(NOTHING_AROUND);

/** What is around the fields below this component’s provider. */
export function useRecordAround(): RecordAround {
  return use(RecordContext);
}

/** The ids of what stands around an edit box and describes it, for `aria-describedby`; undefined for nothing. */
export const DescriptionContext = createContext<string | undefined>(undefined);

/** What describes an edit box: what stands around its field, and these ids of its own. */
export function useDescription(...ownIds: readonly (string | undefined | false)[]): string | undefined {
  const around = use(DescriptionContext);
  return [...ownIds, around].filter(Boolean).join(" ") || undefined;
}
