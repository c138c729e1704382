import * as Y from "yjs";
import { type Editor, edit } from "../../shared/document/edit.ts";
import { SnapshotStore } from "../../shared/document/snapshot.ts";
import { UndoHistory } from "../../shared/document/undo.ts";
import { CONTRACT_KINDS, CONTRACT_STATUSES, PAYMENTS } from "../../shared/model/contractTerms.ts";
import type { ElementType, MapElement } from "../../shared/model/element.ts";
import { FORUM_KINDS } from "../../shared/model/forumTerms.ts";
import { FUND_KINDS } from "../../shared/model/fundTerms.ts";
import { ORGANISATION_KINDS } from "../../shared/model/organisationKind.ts";
import { RELATION_TYPES, type Relation } from "../../shared/model/relation.ts";
import { SERVICES } from "../../shared/model/services.ts";
import { REGIMES, RULE_SETTINGS } from "../../shared/model/systemMap.ts";
import type { Random } from "./random.ts";

const elementTypes: readonly ElementType[] = ["organisation", "contract", "fund", "forum", "place", "note"];

/** Somebody who edits a map at random, with an undo of their own: every kind of edit that the interface can make. */
export class EditingPerson {
  readonly doc = new Y.Doc();
  readonly snapshots = new SnapshotStore(this.doc);
  readonly history = new UndoHistory(this.doc);
  private made = 0;

  constructor(
    readonly name: string,
    private readonly random: Random,
  ) {
    this.doc.clientID = random.below(2 ** 32);
  }

  /** Does one thing: adds, connects, changes, deletes, settles, undoes or redoes. */
  act(): void {
    const act = this.random.pick([
      this.add,
      this.add,
      this.connect,
      this.connect,
      this.change,
      this.change,
      this.change,
      this.changeRelation,
      this.remove,
      this.settle,
      this.undo,
      this.undo,
      this.redo,
    ]);
    act.call(this);
  }

  private perform(change: (editor: Editor) => void): void {
    this.history.record("edit", edit(this.doc, change), this.random.chance(0.2) ? "typing" : undefined);
  }

  private newId(): string {
    this.made++;
    return `${this.name}-${this.made}`;
  }

  private add(): void {
    const { random } = this;
    const type = random.pick(elementTypes);
    const id = this.newId();
    const base = { id, name: `${type} ${random.below(100)}`, position: this.point() };
    const whole = {
      organisation: { kind: random.pick(ORGANISATION_KINDS) },
      contract: { kind: random.pick(CONTRACT_KINDS), services: [random.pick(SERVICES)] },
      fund: { kind: random.pick(FUND_KINDS) },
      forum: { kind: random.pick(FORUM_KINDS) },
      place: {},
      note: { text: "a note" },
    }[type];
    this.perform((editor) => editor.addElement({ ...base, type, ...whole } as MapElement));
  }

  private connect(): void {
    const ids = [...this.snapshots.get().elementById.keys()];
    if (ids.length === 0) return;
    const relation = {
      id: this.newId(),
      type: this.random.pick(RELATION_TYPES),
      from: this.random.pick(ids),
      to: this.random.pick(ids),
    };
    this.perform((editor) => editor.addRelation(relation as Relation));
  }

  private change(): void {
    const element = this.someElement();
    if (!element) return;
    const { random } = this;
    this.perform((editor) => {
      editor.setField(element.id, "position", this.point());
      if (random.chance(0.5)) editor.setField(element.id, "name", `renamed ${random.below(1000)}`);
      if (random.chance(0.2)) editor.setField(element.id, "proposed", random.chance(0.5) ? true : undefined);
      if (random.chance(0.2)) editor.setField(element.id, "unknownToUs", { deep: [random.below(9)] });
      if (element.type === "contract") {
        editor.setField(element.id, "annualValue", random.chance(0.2) ? undefined : random.below(10 ** 9));
        editor.setField(element.id, "status", random.pick(CONTRACT_STATUSES));
        editor.setField(element.id, "services", random.chance(0.2) ? undefined : this.someServices());
      }
      if (element.type === "organisation") {
        const place = [...this.snapshots.get().map.elements].find((other) => other.type === "place");
        editor.setField(element.id, "place", place?.id);
      }
    });
  }

  private changeRelation(): void {
    const relations = this.snapshots.get().map.relations;
    if (relations.length === 0) return;
    const relation = this.random.pick(relations);
    this.perform((editor) => {
      editor.setField(relation.id, "label", `label ${this.random.below(1000)}`);
      if (relation.type === "pays") editor.setField(relation.id, "payment", this.random.pick(PAYMENTS));
    });
  }

  private remove(): void {
    const { map } = this.snapshots.get();
    const all = [...map.elements, ...map.relations];
    if (all.length === 0) return;
    this.perform((editor) =>
      editor.remove(Array.from({ length: 1 + this.random.below(3) }, () => this.random.pick(all).id)),
    );
  }

  private settle(): void {
    const { random } = this;
    const subjects = [...this.snapshots.get().elementById.keys()].slice(0, random.below(3));
    this.perform((editor) => {
      editor.setMapField("title", `Title ${random.below(100)}`);
      if (random.chance(0.3)) editor.setMapField("regime", random.pick(REGIMES));
      if (random.chance(0.3)) editor.setMapField("asOf", random.chance(0.5) ? "2015-04-01" : undefined);
      if (random.chance(0.3))
        editor.setRule("vat-leakage", random.chance(0.7) ? random.pick(RULE_SETTINGS) : undefined);
      if (random.chance(0.5)) {
        editor.accept({
          rule: "vat-leakage",
          subjects,
          choice: "accepted",
          reason: `${random.below(9)}`,
          by: this.name,
          at: "2015-04-01",
        });
      } else editor.withdraw("vat-leakage", subjects);
    });
  }

  private undo(): void {
    this.history.undo();
  }

  private redo(): void {
    this.history.redo();
  }

  private someElement(): MapElement | undefined {
    const { elements } = this.snapshots.get().map;
    return elements.length === 0 ? undefined : this.random.pick(elements);
  }

  private someServices() {
    return [...new Set(Array.from({ length: this.random.below(4) }, () => this.random.pick(SERVICES)))];
  }

  private point() {
    return { x: this.random.below(2000), y: this.random.below(2000) };
  }
}
