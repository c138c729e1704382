import { beforeEach, describe, expect, it, vi } from "vitest";
import { readMapFile } from "../../../shared/model/readMapFile.ts";
import { TestSession } from "../canvas/TestSession.ts";

/** The browser's storage of one tab. */
class MemoryStorage {
  readonly #entries = new Map<string, string>();
  get length(): number {
    return this.#entries.size;
  }
  key(index: number): string | null {
    return [...this.#entries.keys()][index] ?? null;
  }
  getItem(key: string): string | null {
    return this.#entries.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.#entries.set(key, value);
  }
  removeItem(key: string): void {
    this.#entries.delete(key);
  }
}

const map = readMapFile(
  JSON.stringify({
    format: "system-map",
    version: 1,
    title: "",
    regime: "england-2012",
    elements: [
      { id: "a", type: "organisation", kind: "ccg", name: "CCG", position: { x: 0, y: 0 } },
      { id: "b", type: "organisation", kind: "nhs-trust", name: "Trust", position: { x: 0, y: 0 } },
    ],
    relations: [{ id: "r", type: "pays", from: "a", to: "b" }],
  }),
);

/** The module as a page that has just been loaded has it. */
async function loadPage() {
  vi.resetModules();
  return {
    ...(await import("../../../client/panels/inspector/draftStore.ts")),
    ...(await import("../../../client/panels/inspector/keptDrafts.ts")),
  };
}

beforeEach(() => {
  vi.stubGlobal("sessionStorage", new MemoryStorage());
  return () => vi.unstubAllGlobals();
});

describe("drafts", () => {
  it("survive a reload of the tab, and are forgotten once saved or with their map", async () => {
    const page = await loadPage();
    const [one, other] = [page.draftKey("m", "a", "notes"), page.draftKey("other map", "a", "notes")];
    page.setDraft(one, { text: "half a", startedFrom: "" });
    page.setDraft(other, { text: "else", startedFrom: "" });
    page.keep();
    const reloaded = await loadPage();
    expect(reloaded.useDraftStore.getState().drafts).toEqual({
      [one]: { text: "half a", startedFrom: "" },
      [other]: { text: "else", startedFrom: "" },
    });
    reloaded.forgetDrafts("other map");
    reloaded.setDraft(one, undefined);
    reloaded.keep();
    expect((await loadPage()).useDraftStore.getState().drafts).toEqual({});
    expect(sessionStorage.length).toBe(0);
  });

  it("of several records at once go with the selection", async () => {
    const page = await loadPage();
    page.setDraft(page.draftKey("m", page.severalId(["a", "b"]), "status"), { text: "x", startedFrom: "" });
    page.keep();
    expect(sessionStorage.length).toBe(0);
  });

  it("are overlooked where the storage holds something else", async () => {
    sessionStorage.setItem("plumbline.drafts.m", '{"[\\"m\\",\\"a\\",\\"name\\"]": 5, "x"');
    expect((await loadPage()).useDraftStore.getState().drafts).toEqual({});
  });

  it("are known as lost, or as elsewhere, wherever no box shows them", async () => {
    const page = await loadPage();
    const { elementById, relationById } = new TestSession(map).snapshots.get();
    const draft = { text: "x", startedFrom: "" };
    const drafts = {
      [page.draftKey("m", "a", "name")]: draft,
      [page.draftKey("m", "r", "label")]: draft,
      [page.draftKey("m", "gone", "position x")]: draft,
      [page.draftKey("m", "map", "title")]: draft,
      [page.draftKey("other", "b", "name")]: draft,
    };
    const { lost, elsewhere } = page.keptDrafts(drafts, "m", { elementById, relationById }, "a");
    expect([...elsewhere.keys()]).toEqual(["r"]);
    expect(lost.get("gone")).toMatchObject([{ field: "position", text: "x" }]);
  });
});

describe("what has been deleted", () => {
  it("is known by name and comes back with its relations; redo deletes it again", async () => {
    const { bringBack, lostRecord } = await import("../../../client/panels/inspector/lostRecord.ts");
    const session = new TestSession(map);
    expect(lostRecord(session, "a")).toBeUndefined();
    expect(bringBack(session, "a")).toBe(false);
    session.perform("Delete", (editor) => editor.remove(["a"]));
    expect(session.snapshots.get().relationById.size).toBe(0);
    expect(lostRecord(session, "a")).toEqual({ name: "CCG", by: "you" });
    expect(bringBack(session, "a")).toBe(true);
    expect(session.snapshots.get().map).toEqual(map);
    session.redo();
    expect(session.snapshots.get().elementById.has("a")).toBe(false);
  });

  it("stays deleted for those who may not edit", async () => {
    const { bringBack } = await import("../../../client/panels/inspector/lostRecord.ts");
    const session = new TestSession(map);
    session.perform("Delete", (editor) => editor.remove(["r"]));
    Object.assign(session, { canEdit: false });
    expect(bringBack(session, "r")).toBe(false);
    expect(session.snapshots.get().relationById.has("r")).toBe(false);
  });
});
