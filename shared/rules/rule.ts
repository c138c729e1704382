import type { Contract, Forum, Fund, MapElement, Organisation } from "../model/element.ts";
import type { Json } from "../model/field.ts";
import type { Relation } from "../model/relation.ts";
import type { Regime, Severity } from "../model/systemMap.ts";
import type { Basis, Finding, Fix } from "./finding.ts";
import type { MapView } from "./MapView.ts";

/** What a rule can be about. `element`: organisations, contracts, funds, forums and places alike. */
export interface SubjectTypes {
  readonly organisation: Organisation;
  readonly contract: Contract;
  readonly fund: Fund;
  readonly forum: Forum;
  readonly element: MapElement;
  readonly relation: Relation;
  readonly map: MapView;
}
export type SubjectType = keyof SubjectTypes;

/** What has an id: element, relation, or a stored record that could not be read. */
export interface Identified {
  readonly id: string;
}

/** What a rule has found about one subject. The engine adds the rest. */
export interface Report {
  readonly severity: Severity;
  /** Only where it is not the rule's own. */
  readonly basis?: Basis;
  /** The groups of the catalogue's column, in its order. The engine puts each group in document order and drops repeats. */
  readonly subjects: readonly (Identified | readonly Identified[])[];
  readonly message: string;
  /** The values that the message states, names aside: when one of them changes, an accepted finding comes back. */
  readonly facts?: Readonly<Record<string, Json>>;
}

/**
 * One rule of the catalogue. Pure: it reads its subject and the view, and nothing else, so that what it has read about one
 * subject tells when it must look at that subject again.
 */
export interface Rule<S extends SubjectType = SubjectType> {
  readonly id: string;
  /** The heading of its findings. */
  readonly title: string;
  /** When it speaks, in one sentence. */
  readonly summary: string;
  readonly basis: Basis;
  /** How grave its findings are, the gravest first; where there are several, the case decides. */
  readonly severities: readonly Severity[];
  readonly sources: readonly string[];
  readonly regimes: readonly Regime[];
  readonly on: S;
  /** Why it matters. */
  readonly why: string;
  /** Where it happened before. */
  readonly precedent?: string;
  check(subject: SubjectTypes[S], view: MapView, report: (found: Report) => void): void;
  /** What would mend the drawing. Asked for each finding of the rule, with the view that the finding came from. */
  fixes?(finding: Finding, view: MapView): readonly Fix[];
}

export type AnyRule = { [S in SubjectType]: Rule<S> }[SubjectType];
