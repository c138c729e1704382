import { focusOn, setConnecting, useCanvasStore } from "../canvas/canvasStore.ts";
import type { MapSession } from "../sync/MapSession.ts";
import type { Action } from "./Action.ts";
import { soleTarget, targetElements } from "./targets.ts";

/** Connects the selected card to another that is picked from a list; with none selected, both ends are picked; with two, these are the ends. */
export const connect: Action = {
  id: "connect",
  label: "Connect…",
  group: "Move and connect",
  keywords: "link line relation join contract pay own member",
  menus: ["card", "several"],
  shortcuts: ["C"],
  keysWork: "on-canvas",
  writes: true,
  enabled: (session) => session.snapshots.get().map.elements.length > 1,
  whyNot: () => "Add two cards first",
  async run(session) {
    const [one, other, ...more] = targetElements(session);
    if (one === undefined || other === undefined || more.length > 0) {
      setConnecting({ step: "ends", from: soleTarget(session)?.id, type: undefined });
      return;
    }
    const [from, to] = inOrderOfSelection(one.id, other.id);
    const { canvasMiddle, screenPointOf } = await import("../canvas/screenPointOf.ts");
    setConnecting({ step: "choice", from, to, at: screenPointOf(to) ?? canvasMiddle() });
  },
};

function inOrderOfSelection(one: string, other: string): readonly [from: string, to: string] {
  const { selection } = useCanvasStore.getState();
  return selection.indexOf(one) <= selection.indexOf(other) ? [one, other] : [other, one];
}

/** Connects the selected card to another that is picked on the map: with a click, a tap, or the arrow keys and Enter. */
export const connectOnMap: Action = {
  id: "connect-on-map",
  label: "Connect to a card on the map",
  group: "Move and connect",
  keywords: "link line pick target",
  menus: ["card"],
  shortcuts: ["Shift+C"],
  keysWork: "on-canvas",
  writes: true,
  enabled: isConnectable,
  whyNot: () => "Select a card first, not a place or a note",
  async run(session) {
    const from = soleTarget(session);
    if (from === undefined) return;
    const { startPicking } = await import("../canvas/pickStore.ts");
    startPicking(from.id);
    focusOn(from.id);
  },
};

function isConnectable(session: MapSession): boolean {
  const from = soleTarget(session);
  return from !== undefined && from.type !== "place" && from.type !== "note";
}
