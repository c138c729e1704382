import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { type Editor, edit } from "../../../../shared/document/edit.ts";
import { rootOf } from "../../../../shared/document/layout.ts";
import { seedDocument } from "../../../../shared/document/seed.ts";
import { readSnapshot } from "../../../../shared/document/snapshot.ts";
import { UndoHistory } from "../../../../shared/document/undo.ts";
import { digestLog, type LogRow } from "../../../../shared/history/digestLog.ts";
import { entriesOf } from "../../../../shared/history/entriesOf.ts";
import type { LinePart } from "../../../../shared/history/HistoryAnswer.ts";
import { linesOf } from "../../../../shared/history/words/linesOf.ts";
import type { MapElement } from "../../../../shared/model/element.ts";
import type { Relation } from "../../../../shared/model/relation.ts";
import { MapBuilder } from "../../../support/buildMap.ts";

const noon = Date.UTC(2026, 4, 3, 11, 0);

/** A map on which people do things, each at once in a row of the log; tells what the history says of it. */
class Story {
  readonly doc = new Y.Doc();
  readonly #rows: LogRow[] = [];
  #at = noon;
  #person = 1;

  constructor(build: (map: MapBuilder) => void = () => {}) {
    const map = new MapBuilder("england-2012");
    build(map);
    seedDocument(this.doc, map.map());
    this.#rows.push({ ref: 1, person: 0, at: noon, update: Y.encodeStateAsUpdate(this.doc) });
    this.doc.on("update", (update: Uint8Array) =>
      this.#rows.push({ ref: this.#rows.length + 1, person: this.#person, at: this.#at, update }),
    );
  }

  edit(change: (editor: Editor) => void): this {
    edit(this.doc, change);
    return this;
  }

  /** Somebody else goes on. */
  by(person: number): this {
    this.#person = person;
    return this;
  }

  minutesLater(minutes: number): this {
    this.#at += minutes * 60_000;
    return this;
  }

  /** The lines of every entry, the oldest first; names stand between stars. */
  told(): string[][] {
    const entries = entriesOf(digestLog({ base: [], rows: this.#rows }).segments);
    return [...entries]
      .reverse()
      .map((entry) => linesOf(entry).map(({ parts }) => parts.map(inText).join("")));
  }

  /** The lines of the newest entry. */
  lines(): string[] {
    return this.told().at(-1) ?? [];
  }

  parts(): readonly LinePart[] {
    const [newest] = entriesOf(digestLog({ base: [], rows: this.#rows }).segments);
    return newest ? linesOf(newest).flatMap(({ parts }) => parts) : [];
  }
}

function inText(part: LinePart): string {
  return typeof part === "string" ? part : `*${part.name}*`;
}

const withContract = (map: MapBuilder) => {
  map.contract("older", "other", { name: "Older people", annualValue: 752_000_000, services: ["acute"] });
  map
    .organisation("ccg", "ccg", { name: "Anytown CCG" })
    .organisation("trust", "nhs-trust", { name: "The Trust" });
  map.relate("holds", "trust", "older");
};
const card = (id: string, some: object = {}) =>
  ({ id, type: "contract", kind: "other", name: id, position: { x: 0, y: 0 }, ...some }) as MapElement;

describe("history in words", () => {
  it("says what a value was set from and to, and from where to where where it was set over and over", () => {
    const story = new Story(withContract);
    story.edit((editor) => editor.setField("older", "annualValue", 740_000_000));
    story.edit((editor) => editor.setField("older", "annualValue", 726_000_000));
    expect(story.parts()).toEqual([
      "set annual value of ",
      { id: "older", name: "Older people" },
      " from £752m to £726m",
    ]);
  });

  it("breaks the run where somebody else wrote between, and says nothing of what was taken back", () => {
    const story = new Story(withContract);
    const set = (pounds: number) => story.edit((editor) => editor.setField("older", "annualValue", pounds));
    set(1_000_000);
    story.by(2);
    set(2_000_000);
    story.by(1);
    set(3_000_000);
    expect(story.told()).toEqual([
      ["set annual value of *Older people* from £1m to £2m"],
      [
        "set annual value of *Older people* from £752m to £1m",
        "set annual value of *Older people* from £2m to £3m",
      ],
    ]);
    story.minutesLater(1);
    set(4_000_000);
    set(3_000_000);
    expect(story.lines()).toEqual([]);
  });

  it("tells what becomes of cards", () => {
    const story = new Story(withContract);
    story.edit((editor) => editor.addElement(card("Diabetes")));
    expect(story.lines()).toEqual(["added the contract *Diabetes*"]);
    story.edit((editor) => editor.setField("Diabetes", "name", "Stroke")).minutesLater(1);
    story.edit((editor) => editor.setField("Diabetes", "name", "Frailty"));
    expect(story.told()).toEqual([["added the contract *Stroke*"], ["renamed “Stroke” to *Frailty*"]]);
    story.minutesLater(1).edit((editor) => editor.remove(["Diabetes", "trust"]));
    expect(story.lines()).toEqual(["deleted *Frailty* and *The Trust*"]);
  });

  it("says that an undone deletion brings a card back, and an undone addition takes it away", () => {
    const story = new Story(withContract);
    const undo = new UndoHistory(story.doc);
    undo.record(
      "add",
      edit(story.doc, (editor) => editor.addElement(card("nameless", { name: "" }))),
    );
    undo.undo();
    expect(story.lines()).toEqual(["added *an unnamed contract* and deleted it again"]);
    undo.record(
      "delete",
      edit(story.doc, (editor) => editor.remove(["older"])),
    );
    story.minutesLater(1);
    undo.undo();
    expect(story.lines()).toEqual(["brought back *Older people*"]);
  });

  it("sums up what was done to many alike", () => {
    const story = new Story((map) => {
      for (const id of ["A", "B", "C", "D", "E", "F"]) map.contract(id, "other", { name: id });
    });
    const all = ["A", "B", "C", "D", "E", "F"];
    story.edit((editor) => {
      for (const id of all) editor.setField(id, "position", { x: 5, y: 5 });
      for (const id of all.slice(0, 3)) editor.setField(id, "status", "live");
      editor.remove(all.slice(1));
    });
    expect(story.lines()).toEqual([
      "moved *A*",
      "set status of *A* to live",
      "deleted *B*, *C*, *D* and 2 others",
    ]);
    const moving = new Story((map) => {
      for (const id of all) map.contract(id, "other", { name: id });
    });
    moving.edit((editor) => {
      for (const id of all) editor.setField(id, "position", { x: 5, y: 5 });
      for (const id of all.slice(0, 3)) editor.setField(id, "status", "live");
    });
    expect(moving.lines()).toEqual(["moved 6 cards", "set status of *A*, *B* and *C* to live"]);
    moving.minutesLater(1).edit((editor) => {
      for (const id of ["G", "H"]) editor.addElement(card(id));
    });
    expect(moving.lines()).toEqual(["added the contracts *G* and *H*"]);
  });

  it("names both ends of a connection, as they were called then", () => {
    const story = new Story(withContract);
    const owns = { id: "o", type: "owns", from: "ccg", to: "trust" } as Relation;
    story.edit((editor) => editor.addRelation(owns));
    expect(story.lines()).toEqual(["connected *Anytown CCG* to *The Trust* (owns)"]);
    story.minutesLater(1).edit((editor) => editor.setField("o", "percent", 40));
    expect(story.lines()).toEqual(["set share owned of *Anytown CCG owns The Trust* to 40%"]);
    story.minutesLater(1).edit((editor) => editor.setField("ccg", "name", "Othertown CCG"));
    story.minutesLater(1).edit((editor) => editor.remove(["o"]));
    expect(story.lines()).toEqual(["disconnected *Othertown CCG* from *The Trust* (owns)"]);
    expect(story.told()[0]).toEqual(["connected *Anytown CCG* to *The Trust* (owns)"]);
    story.minutesLater(1).edit((editor) => editor.setField("holds-1", "lead", true));
    expect(story.lines()).toEqual(["set lead of *Older people held by The Trust* to yes"]);
  });

  it("says every kind of value as the screen says it", () => {
    const story = new Story((map) => {
      withContract(map);
      map.place("north", { kind: "locality", name: "North" });
    });
    const set = (field: string, value: Parameters<Editor["setField"]>[2]) =>
      story.edit((editor) => editor.setField("older", field, value));
    set("start", "2015-04-01");
    set("termMonths", 60);
    set("procurement", "psr-direct-award-a");
    set("advertised", true);
    set("proposed", true);
    set("place", "north");
    set("notes", "Short");
    set("priceCeiling", undefined);
    set("annualValue", undefined);
    set("somethingNew", 5);
    expect(story.lines()).toEqual([
      "set start of *Older people* to 1 April 2015",
      "set term of *Older people* to 5 years",
      "set procurement of *Older people* to PSR direct award A",
      "set advertised of *Older people* to yes",
      "marked *Older people* as proposed",
      "set place of *Older people* to *North*",
      "set notes of *Older people* to “Short”",
      "cleared annual value of *Older people*",
      "changed the field “somethingNew” of *Older people*",
    ]);
    story.minutesLater(1);
    set("notes", "Long ".repeat(50));
    set("proposed", undefined);
    expect(story.lines()).toEqual(["changed notes of *Older people*", "marked *Older people* as agreed"]);
  });

  it("tells lists by what came and went", () => {
    const story = new Story(withContract);
    const set = (services: readonly string[] | undefined) =>
      story.minutesLater(1).edit((editor) => editor.setField("older", "services", services as string[]));
    set(["community", "mental-health"]);
    expect(story.lines()).toEqual([
      "added community and mental health to services of *Older people*",
      "took acute out of services of *Older people*",
    ]);
    set([]);
    expect(story.lines()).toEqual(["took community and mental health out of services of *Older people*"]);
    set(undefined);
    expect(story.lines()).toEqual(["cleared services of *Older people*"]);
    set([]);
    expect(story.lines()).toEqual(["set services of *Older people* to none"]);
  });

  it("tells what is decided for the whole map", () => {
    const story = new Story(withContract);
    story.edit((editor) => {
      editor.setMapField("title", "Anytown");
      editor.setMapField("regime", "england-2022");
      editor.setMapField("asOf", "2026-04-01");
      editor.setMarking("official");
      editor.setFindingsShownTo("facilitators");
      editor.setRule("vat-leakage", "off");
      editor.setRule("not-a-rule", "error");
    });
    expect(story.lines().sort()).toEqual([
      "changed the regime from England, Health and Social Care Act 2012 to England, Health and Care Act 2022",
      "marked the map OFFICIAL",
      "renamed the map from “Test map” to “Anytown”",
      "set the date of the map to 1 April 2026",
      "set the rule “not a rule” to “must fix”",
      "showed the findings to facilitators only",
      "switched off the rule “VAT may not be recoverable”",
    ]);
    story.minutesLater(1).edit((editor) => {
      editor.setRule("vat-leakage", undefined);
      editor.setMapField("asOf", undefined);
      editor.setMarking(undefined);
    });
    expect(story.lines().sort()).toEqual([
      "put the rule “VAT may not be recoverable” back to what the rule book says",
      "took away the date of the map",
      "took the marking off the map",
    ]);
  });

  it("tells which findings were accepted, and no longer", () => {
    const story = new Story(withContract);
    const decision = {
      rule: "vat-leakage",
      subjects: ["older"],
      choice: "accepted",
      reason: "r",
      by: "b",
      at: "2026-05-03",
    } as const;
    const finding = "the finding “VAT may not be recoverable” on *Older people*";
    story.edit((editor) => editor.accept(decision));
    expect(story.lines()).toEqual([`accepted ${finding}`]);
    story.minutesLater(1).edit((editor) => editor.accept({ ...decision, reason: "another" }));
    expect(story.lines()).toEqual([`changed what was said on accepting ${finding}`]);
    story.minutesLater(1).edit((editor) => editor.withdraw("vat-leakage", ["older"]));
    expect(story.lines()).toEqual([`no longer accepted ${finding}`]);
    story.minutesLater(1).edit((editor) => editor.accept(decision));
    expect(story.lines()).toEqual([`accepted ${finding} again`]);
  });

  it("tells of a map that was put back in one line, in the time of England", () => {
    const story = new Story(withContract);
    const before = readSnapshot(story.doc).map;
    story.edit((editor) => editor.remove(["older", "ccg"]));
    story.minutesLater(1);
    const at = "2026-05-03T09:42:10.000Z";
    const undo = new UndoHistory(story.doc);
    undo.record(
      "restore",
      edit(story.doc, (editor) => editor.restore(before, { moment: 1, at })),
    );
    expect(story.lines()).toEqual(["restored the map as it was on 3 May at 10:42"]);
    story.minutesLater(1);
    undo.undo();
    expect(story.lines()).toEqual(["undid the restoring of the map"]);
    story.minutesLater(1).edit((editor) => editor.restore(before, { moment: 1, at: "2025-12-24T18:00:00Z" }));
    expect(story.lines()).toEqual(["restored the map as it was on 24 December 2025 at 18:00"]);
  });

  it("tells of saved views by their names", () => {
    const story = new Story();
    story.edit((editor) => editor.saveView("v", { name: "Money only" }));
    expect(story.lines()).toEqual(["saved the view “Money only”"]);
    story.minutesLater(1).edit((editor) => editor.saveView("v", { name: "Money only", others: "hide" }));
    expect(story.lines()).toEqual(["changed the view “Money only”"]);
    story.minutesLater(1).edit((editor) => editor.saveView("v", { name: "Pounds" }));
    expect(story.lines()).toEqual(["renamed the view “Money only” to “Pounds”"]);
    story.minutesLater(1).edit((editor) => editor.removeView("v"));
    expect(story.lines()).toEqual(["deleted the view “Pounds”"]);
    rootOf(story.doc, "map").set("view/odd", 7);
    expect(story.lines()).toEqual(["deleted the view “Pounds”", "saved the view without a name"]);
  });

  it("cuts what nobody would read", () => {
    const many = Array.from({ length: 60 }, (_, index) => `field${index}`);
    const story = new Story(withContract);
    story.edit((editor) => {
      for (const field of many) editor.setField("older", field, 1);
    });
    expect(story.lines()).toHaveLength(40);
    expect(story.lines().at(-1)).toBe("made 21 other changes");
    const long = new Story();
    long.edit((editor) => editor.addElement(card("c", { name: "ab ".repeat(500) })));
    expect(long.lines()[0]?.length).toBeLessThan(110);
    expect(rootOf(long.doc, "elements").size).toBe(1);
  });
});
