import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { beginDrag, cancelDrag, moveDrag } from "../../../client/canvas/dragStore.ts";
import { type LayoutThread, NoLayout } from "../../../client/tidy/LayoutThread.ts";
import { tidy } from "../../../client/tidy/tidy.ts";
import { useTidyStore } from "../../../client/tidy/tidyStore.ts";
import { idsOfNew, noteWhatIsThere } from "../../../client/tidy/whatIsNew.ts";
import { useToasts } from "../../../client/ui/toasts.ts";
import type { Placement } from "../../../shared/layout/TidyRequest.ts";
import { LOCKED } from "../../../shared/model/locked.ts";
import { buildMap } from "../../support/buildMap.ts";
import { TestSession } from "../canvas/TestSession.ts";

const IDS = ["a", "b", "c", "d"];
let session: TestSession;

beforeEach(() => {
  const builder = buildMap();
  for (const [index, id] of IDS.entries())
    builder.organisation(id, "ccg", { position: { x: index * 400, y: 0 } });
  session = new TestSession(builder.map());
});

afterEach(() => {
  cancelDrag(session);
  useToasts.setState({ toasts: [] });
});

/** A layout that puts everything into a column, after what happens meanwhile. */
function column(meanwhile: () => void = () => {}): LayoutThread {
  return {
    ask: async (): Promise<readonly Placement[]> => {
      meanwhile();
      return IDS.map((id, index) => ({ id, position: { x: 0, y: 200 + index * 200 } }));
    },
  } as unknown as LayoutThread;
}

function failing(reason: NoLayout["reason"]): LayoutThread {
  return { ask: () => Promise.reject(new NoLayout(reason, "no")) } as unknown as LayoutThread;
}

function positions() {
  return Object.fromEntries(IDS.map((id) => [id, session.element(id)?.position]));
}

function said() {
  return useToasts.getState().toasts.map(({ text }) => text);
}

describe("tidying", () => {
  it("is one update and one step, which the message takes back", async () => {
    const before = positions();
    await tidy(session, { kind: "everything" }, column());
    expect(session.updates).toBe(1);
    expect(session.element("c")?.position).toMatchObject({ x: 0, y: 600 });
    expect(said()).toEqual(["Tidied 4 cards"]);
    useToasts.getState().toasts[0]?.action?.run();
    expect(positions()).toEqual(before);
  });

  it("leaves alone what others have moved, locked or deleted meanwhile, and what is in somebody's hand", async () => {
    const layout = column(() => {
      session.perform("Move", (editor) => editor.setField("a", "position", { x: 7, y: 7 }));
      session.perform("Lock", (editor) => editor.setField("b", LOCKED, true));
      session.perform("Delete", (editor) => editor.remove(["c"]));
      beginDrag(session, ["d"]);
      moveDrag(session, 40, 0);
    });
    await tidy(session, { kind: "everything" }, layout);
    expect(session.element("a")?.position).toMatchObject({ x: 7, y: 7 });
    expect(session.element("b")?.position).toMatchObject({ x: 400, y: 0 });
    expect(session.element("c")).toBeUndefined();
    expect(session.element("d")?.position).toMatchObject({ x: 1200, y: 0 });
  });

  it.each(["late", "failed"] as const)("moves nothing and says so when the layout is %s", async (reason) => {
    await tidy(session, { kind: "everything" }, failing(reason));
    expect(session.updates).toBe(0);
    expect(said().join()).toContain("Nothing has moved.");
    expect(useTidyStore.getState().isRunning).toBe(false);
  });

  it("that somebody has stopped says nothing", async () => {
    await tidy(session, { kind: "everything" }, failing("stopped"));
    expect([session.updates, said()]).toEqual([0, []]);
  });
});

describe("what is new", () => {
  it("came after the last look, or lies on another card; of two the newer one", () => {
    expect(idsOfNew(session)).toEqual([]);
    noteWhatIsThere(session);
    session.perform("Add", (editor) =>
      editor.addElement({ id: "e", type: "organisation", kind: "ccg", name: "e", position: { x: 4, y: 4 } }),
    );
    expect(idsOfNew(session)).toEqual(["e"]);
    noteWhatIsThere(session);
    expect(idsOfNew(session)).toEqual(["e"]);
    session.perform("Move", (editor) => editor.setField("e", "position", { x: 0, y: 900 }));
    expect(idsOfNew(session)).toEqual([]);
  });
});
