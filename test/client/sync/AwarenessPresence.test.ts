import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";
import { AwarenessPresence } from "../../../client/sync/AwarenessPresence.ts";

let own: Awareness;
let presence: AwarenessPresence;
const others: Awareness[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  own = new Awareness(new Y.Doc());
  presence = new AwarenessPresence(own);
});

afterEach(() => {
  presence.destroy();
  for (const awareness of [own, ...others.splice(0)]) awareness.destroy();
  vi.useRealTimers();
});

function somebody(name: string, colour = "#005eb8"): Awareness {
  const awareness = new Awareness(new Y.Doc());
  others.push(awareness);
  say(awareness, { user: { name, organisation: "", colour } });
  return awareness;
}

/** What somebody says arrives here. */
function say(awareness: Awareness, state: object): void {
  awareness.setLocalState({ ...awareness.getLocalState(), ...state });
  applyAwarenessUpdate(own, encodeAwarenessUpdate(awareness, [awareness.clientID]), "server");
}

const named = (name: string) => presence.others().find((person) => person.name === name);

describe("presence", () => {
  test("keeps those who have not moved", () => {
    somebody("Grace");
    const ada = somebody("Ada");
    const [grace, before] = [named("Grace"), named("Ada")];
    say(ada, { cursor: { x: 1, y: 2 } });
    expect(named("Ada")).toMatchObject({ cursor: { x: 1, y: 2 } });
    expect(named("Ada")).not.toBe(before);
    expect(named("Grace")).toBe(grace);
  });

  test("tells of others, and not of this tab's own pointer", () => {
    const ada = somebody("Ada");
    presence.setIdentity({ name: "Joan", organisation: "" });
    const listener = vi.fn();
    presence.subscribe(listener);
    presence.setCursor({ x: 3, y: 4 });
    vi.advanceTimersByTime(100);
    expect(own.getLocalState()).toMatchObject({ cursor: { x: 3, y: 4 } });
    expect(listener).not.toHaveBeenCalled();
    say(ada, { cursor: { x: 1, y: 2 } });
    expect(listener).toHaveBeenCalledTimes(1);
  });

  test("forgets whoever leaves", () => {
    const ada = somebody("Ada");
    ada.setLocalState(null);
    applyAwarenessUpdate(own, encodeAwarenessUpdate(ada, [ada.clientID]), "server");
    expect(presence.others()).toEqual([]);
  });
});
