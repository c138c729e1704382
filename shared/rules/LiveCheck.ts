import type { Snapshot } from "../document/snapshot.ts";
import type { MapElement } from "../model/element.ts";
import type { Relation } from "../model/relation.ts";
import type { CheckedFinding } from "./finding.ts";
import { MapView } from "./MapView.ts";
import { mapChange } from "./mapChange.ts";
import { keepSame, mergeFindings } from "./mergeFindings.ts";
import { type Reading, ReadLog, type TouchedCells } from "./ReadLog.ts";
import type { Newest } from "./RuleFinding.ts";
import { type Outcome, RulesInForce } from "./RulesInForce.ts";
import { RULES } from "./registry.ts";
import type { AnyRule } from "./rule.ts";
import type { Failure } from "./ruleFailed.ts";

/** Subjects to be looked at between two moments at which the caller may do something else. */
const subjectsPerStep = 32;

/** What looking at one subject has brought, and what was read for it. */
interface Entry extends Outcome, Reading {}

/** How things stood when a map was checked last. */
interface Checked {
  readonly snapshot: Snapshot;
  readonly view: MapView;
  readonly inForce: RulesInForce;
  /** One for each element, relation and rule about the map, in their order. */
  readonly elements: readonly Entry[];
  readonly relations: readonly Entry[];
  readonly map: readonly Entry[];
  /** How often a rule has failed. */
  readonly failures: number;
  readonly failed: readonly CheckedFinding[];
  readonly findings: readonly CheckedFinding[];
}

/** What is collected on the way to the next `Checked`. */
interface Run {
  readonly inForce: RulesInForce;
  readonly before: Checked | undefined;
  /** Undefined where everything must be looked at. */
  readonly touched: TouchedCells | undefined;
  readonly stale: CheckedFinding[];
  readonly fresh: CheckedFinding[];
  failures: number;
  looked: number;
}

/**
 * Checks a map that is being edited: what has been read for each subject is noted, and after an edit only those subjects are
 * looked at again for which something that was read has changed. The findings are those of `checkMap`; what an edit does not
 * concern keeps its identity.
 */
export class LiveCheck {
  private readonly log = new ReadLog();
  private newest: Newest | undefined;
  private checked: Checked | undefined;

  constructor(private readonly rules: readonly AnyRule[] = RULES) {}

  /** What was found when the map was checked last; the same array as long as nothing has come, gone or changed. */
  get findings(): readonly CheckedFinding[] {
    return this.checked?.findings ?? [];
  }

  /** Checks the map as it stands now, in one go. */
  check(snapshot: Snapshot): readonly CheckedFinding[] {
    const steps = this.steps(snapshot);
    while (!steps.next().done);
    return this.findings;
  }

  /**
   * Checks the map as it stands now in short steps, so that others get their turn between them. Run it to the end before the
   * next one is begun; `findings` are those of the last one that came to its end.
   */
  *steps(snapshot: Snapshot): Generator<void, void> {
    const before = this.checked;
    const change = before && mapChange(before.snapshot, snapshot, this.log);
    const view = new MapView(
      snapshot,
      this.log,
      before && change?.hasSameElements ? { view: before.view, ...change } : undefined,
    );
    this.newest ??= { view };
    this.newest.view = view;
    if (change && before) touchEnded(before.view, view, change.touched);
    const inForce = (change && before?.inForce) ?? new RulesInForce(snapshot.map, this.rules, this.newest);
    const run: Run = {
      inForce,
      before,
      touched: change?.touched,
      stale: [],
      fresh: [],
      failures: 0,
      looked: 0,
    };
    const elements = yield* this.lookAtElements(run, snapshot);
    const relations = yield* this.lookAtRelations(run, snapshot);
    const map = yield* this.lookAtMap(run);
    const failures =
      before?.failures || run.failures > 0 ? [elements, relations, map].flatMap(failuresOf) : [];
    const failed = keepSame(before?.failed ?? [], inForce.failed(failures));
    run.stale.push(...(before?.failed ?? []));
    run.fresh.push(...failed);
    const findings = mergeFindings(before?.findings ?? [], run.stale, run.fresh);
    this.checked = {
      snapshot,
      view,
      inForce,
      elements,
      relations,
      map,
      failures: failures.length,
      failed,
      findings,
    };
    this.log.tidy(allOf(elements, relations, map));
  }

  private lookAtElements(run: Run, { map: { elements } }: Snapshot) {
    const { before, inForce } = run;
    return this.look<MapElement>(run, elements, {
      subjects: before?.snapshot.map.elements ?? [],
      entries: before?.elements ?? [],
      wasThere: (id) => before?.snapshot.elementById.has(id) ?? false,
      ask: (element) => inForce.onElement(element),
    });
  }

  private lookAtRelations(run: Run, { map: { relations } }: Snapshot) {
    const { before, inForce } = run;
    return this.look<Relation>(run, relations, {
      subjects: before?.snapshot.map.relations ?? [],
      entries: before?.relations ?? [],
      wasThere: (id) => before?.snapshot.relationById.has(id) ?? false,
      ask: (relation) => inForce.onRelation(relation),
    });
  }

  private *lookAtMap(run: Run): Generator<void, readonly Entry[]> {
    const entries: Entry[] = [];
    for (let number = 0; number < run.inForce.mapRuleCount; number++) {
      const prior = run.before?.map[number];
      if (prior && run.touched && !this.log.includesAny(prior, run.touched)) entries.push(prior);
      else entries.push(this.lookAt(run, () => run.inForce.onMap(number), prior));
      yield;
    }
    for (const gone of run.before?.map.slice(run.inForce.mapRuleCount) ?? []) discard(run, gone);
    return entries;
  }

  /** The entries for a list of subjects: those of before, where nothing that was read for them has changed. */
  private *look<T extends MapElement | Relation>(
    run: Run,
    subjects: readonly T[],
    before: Before<T>,
  ): Generator<void, readonly Entry[]> {
    const { touched } = run;
    if (touched?.isEmpty) return before.entries;
    const entries: Entry[] = [];
    let old = 0;
    for (const subject of subjects) {
      const { id } = subject;
      if (before.subjects[old]?.id !== id && before.wasThere(id)) {
        while (old < before.subjects.length && before.subjects[old]?.id !== id)
          discard(run, before.entries[old++]);
      }
      const prior = before.subjects[old]?.id === id ? before.entries[old++] : undefined;
      if (prior && touched && !this.log.includesAny(prior, touched)) {
        entries.push(prior);
        continue;
      }
      entries.push(this.lookAt(run, () => before.ask(subject), prior, id));
      if (run.looked % subjectsPerStep === 0) yield;
    }
    while (old < before.subjects.length) discard(run, before.entries[old++]);
    return entries;
  }

  private lookAt(run: Run, ask: () => Outcome, prior: Entry | undefined, id?: string): Entry {
    if (prior) discard(run, prior);
    this.log.start();
    if (id !== undefined) this.log.readRecord(this.log.slotOf(id));
    const { found: anew, failures } = ask();
    const found = keepSame(prior?.found ?? [], anew);
    for (const finding of found) run.fresh.push(finding);
    run.failures += failures.length;
    run.looked++;
    const { from, to } = this.log.finish();
    return { found, failures, from, to };
  }
}

/** The subjects of one sort as they were looked at last, and how to look at one. */
interface Before<T> {
  readonly subjects: readonly T[];
  readonly entries: readonly Entry[];
  readonly wasThere: (id: string) => boolean;
  readonly ask: (subject: T) => Outcome;
}

function* allOf(...lists: readonly (readonly Entry[])[]): Generator<Entry> {
  for (const list of lists) yield* list;
}

function discard(run: Run, entry: Entry | undefined): void {
  for (const finding of entry?.found ?? []) run.stale.push(finding);
}

function failuresOf(entries: readonly Entry[]): readonly Failure[] {
  return entries.flatMap(({ failures }) => failures);
}

/** Whether a contract has ended depends on those above it at any distance, so the view says for which that has changed. */
function touchEnded(
  { endedIds: before }: MapView,
  { endedIds: after }: MapView,
  touched: TouchedCells,
): void {
  if (before === after) return;
  for (const id of before) if (!after.has(id)) touched.record(id);
  for (const id of after) if (!before.has(id)) touched.record(id);
}
