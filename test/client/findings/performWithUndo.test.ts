import { beforeEach, expect, it } from "vitest";
import { performWithUndo } from "../../../client/findings/performWithUndo.ts";
import { useToasts } from "../../../client/ui/toasts.ts";
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
