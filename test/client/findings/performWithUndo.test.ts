import { beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { performWatched, performWithUndo } from "../../../client/findings/performWithUndo.ts";
import type { ConnectionState } from "../../../client/sync/ConnectionState.ts";
import type { MapSession, Person } from "../../../client/sync/MapSession.ts";
import { closeToast, useToasts } from "../../../client/ui/toasts.ts";
import { edit } from "../../../shared/document/edit.ts";
import { readRelation } from "../../../shared/model/readRecord.ts";
import { buildMap } from "../../support/buildMap.ts";
import { TestSession } from "../canvas/TestSession.ts";

const toasts = () => useToasts.getState().toasts;
let session: TestSession;

beforeEach(() => {
  useToasts.setState({ toasts: [] });
  session = new TestSession(buildMap().organisation("a", "ccg").map());
});

const rename = (name: string) =>
  performWithUndo(session, `Rename to ${name}`, (editor) => editor.setField("a", "name", name));

it("says what was done and takes it back", () => {
  expect(rename("b")).toBe(true);
  expect(toasts()).toMatchObject([{ text: "Rename to b", action: { label: "Undo" } }]);
  toasts()[0]?.action?.run();
  expect(session.element("a")?.name).toBe("a");
  expect(toasts()).toEqual([]);
});

it("offers nothing to take back once something else has been done: undo would take that back", () => {
  rename("b");
  session.perform("Move", (editor) => editor.setField("a", "position", { x: 8, y: 8 }));
  expect(toasts()).toEqual([]);
  rename("c");
  expect(toasts()).toMatchObject([{ text: "Rename to c" }]);
});

it("says nothing where nothing has changed", () => {
  expect(rename("a")).toBe(false);
  expect(toasts()).toEqual([]);
});

it("says why where a value does not fit, and changes nothing", () => {
  const isDone = performWithUndo(session, "Set a wrong value", (editor) => {
    editor.setField("a", "name", "half done");
    editor.setField("a", "population", "many");
  });
  expect(isDone).toBe(false);
  expect(session.element("a")?.name).toBe("a");
  expect(toasts()).toMatchObject([{ kind: "failure", text: expect.stringContaining("was not possible") }]);
});

describe("a step that somebody else's deletion takes away", () => {
  const map = () =>
    buildMap()
      .organisation("ft", "foundation-trust")
      .organisation("llp", "joint-venture", { name: "UnitingCare" })
      .organisation("other", "ccg");
  const guarantee = readRelation(
    { id: "g", type: "guarantees", from: "ft", to: "llp" },
    { path: "relation", ordinal: "Relation" },
  );
  const SAID = "Done: Propose a guarantee";

  function meeting(others: readonly Pick<Person, "clientId" | "name">[] = []) {
    const test = new TestSession(map().map());
    const listeners = new Set<() => void>();
    let state: ConnectionState = { kind: "saved" };
    const ann: MapSession = Object.assign(Object.create(test) as TestSession, {
      presence: { ...test.presence, others: () => others as readonly Person[] },
      connection: {
        state: () => state,
        loaded: () => true,
        subscribe: (listener: () => void) => {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
      },
    });
    const ben = new Y.Doc();
    ben.clientID = 77;
    Y.applyUpdate(ben, Y.encodeStateAsUpdate(test.doc));
    return {
      ann,
      ben,
      propose: () =>
        performWatched(ann, "Propose a guarantee", (editor) => editor.addRelation(guarantee), SAID),
      deleted: (id: string) => edit(ben, (editor) => editor.remove([id])),
      become(kind: "saved" | "offline") {
        state = kind === "saved" ? { kind } : { kind, changes: 1, place: "tab", isCopy: false };
        for (const listener of [...listeners]) listener();
      },
      merge() {
        Y.applyUpdate(ben, Y.encodeStateAsUpdate(test.doc));
        Y.applyUpdate(test.doc, Y.encodeStateAsUpdate(ben));
      },
      listeners,
    };
  }
  const closeAll = () => {
    for (const { id } of toasts()) closeToast(id);
  };

  it("is not called done any more, once the two have met", () => {
    const { propose, become, deleted, merge } = meeting();
    become("offline");
    propose();
    deleted("llp");
    expect(toasts()).toMatchObject([{ kind: "notice", text: SAID }]);
    merge();
    become("saved");
    expect(toasts()).toMatchObject([
      {
        kind: "failure",
        text: "Somebody deleted UnitingCare meanwhile: what “Propose a guarantee” added is gone with it.",
      },
    ]);
  });

  it("is said to be gone after the message that it was done has gone by itself, and who did it", () => {
    const { propose, become, deleted, merge } = meeting([{ clientId: 77, name: "Ben Okafor" }]);
    become("offline");
    propose();
    closeAll();
    deleted("llp");
    merge();
    expect(toasts()).toMatchObject([{ text: expect.stringMatching(/^Ben Okafor deleted UnitingCare/) }]);
  });

  it("says so for what it changed, too", () => {
    const { ann, deleted, merge } = meeting();
    performWatched(ann, "Set the income", (editor) => editor.setField("llp", "annualIncome", 5));
    deleted("llp");
    merge();
    expect(toasts()).toMatchObject([{ text: expect.stringContaining("“Set the income” changed is gone") }]);
  });

  it("is no loss where this person took it back, or deleted it", () => {
    const { ann, propose, deleted, merge } = meeting();
    propose();
    ann.undo();
    deleted("llp");
    merge();
    expect(toasts()).toEqual([]);
    const other = meeting();
    other.propose();
    other.ann.perform("Delete UnitingCare", (editor) => editor.remove(["llp"]));
    other.merge();
    expect(toasts()).toEqual([]);
  });

  it("stays done where somebody deletes something else", () => {
    const { propose, deleted, merge } = meeting();
    propose();
    deleted("other");
    merge();
    expect(toasts()).toMatchObject([{ kind: "notice", text: SAID }]);
  });

  it("is not watched any longer once everybody has it and nobody is told of it any more", () => {
    const { propose, become, deleted, merge, listeners } = meeting();
    become("offline");
    propose();
    closeAll();
    expect(listeners.size).toBe(1);
    become("saved");
    expect(listeners.size).toBe(0);
    deleted("llp");
    merge();
    expect(toasts()).toEqual([]);
  });
});
