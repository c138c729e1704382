import type { MapElement } from "./element.ts";
import type { Json } from "./field.ts";
import type { Relation } from "./relation.ts";

/** The body of law a map is drawn under. */
export const REGIMES = ["england-2012", "england-2022"] as const;
export type Regime = (typeof REGIMES)[number];

export const MARKINGS = ["official", "official-sensitive", "commercial", "draft"] as const;
export type Marking = (typeof MARKINGS)[number];

export const SEVERITIES = ["error", "warning", "info"] as const;
export type Severity = (typeof SEVERITIES)[number];

export const RULE_SETTINGS = ["off", ...SEVERITIES] as const;
export type RuleSetting = (typeof RULE_SETTINGS)[number];

export const FINDINGS_SHOWN_TO = ["all", "facilitators"] as const;
export type FindingsShownTo = (typeof FINDINGS_SHOWN_TO)[number];

/** What a facilitator has set for this map; it holds for canvas, command line and exports alike. */
export interface Settings {
  /** Severity per rule id, or `off`. Ids that no rule has are kept. */
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  readonly marking?: Marking;
  readonly findingsShownTo?: FindingsShownTo;
}

/** A finding that the room has looked at and accepted. */
export interface Decision {
  readonly rule: string;
  /** Ids, sorted by code unit. */
  readonly subjects: readonly string[];
  readonly choice: "accepted";
  readonly reason: string;
  readonly by: string;
  /** A date, or a UTC date-time. */
  readonly at: string;
  readonly reviewBy?: string;
  /** The values that the finding's message states. */
  readonly facts?: Readonly<Record<string, Json>>;
}

/** Saved views by id, as they are stored: what of them can be read, `readSavedView` says. */
export type StoredViews = Readonly<Record<string, Json>>;

/** A whole map: what the map file holds, and what a snapshot of the live document shows. Frozen. */
export interface SystemMap {
  readonly format: "system-map";
  readonly version: 1;
  readonly title: string;
  readonly regime: Regime;
  /** The day that the map describes. */
  readonly asOf?: string;
  readonly elements: readonly MapElement[];
  readonly relations: readonly Relation[];
  readonly decisions?: readonly Decision[];
  readonly settings?: Settings;
  /** What people have saved to look at again; present only where there are any. */
  readonly views?: StoredViews;
}
