import type { Direction } from "../canvas/nearestInDirection.ts";
import type { MapSession } from "../sync/MapSession.ts";
import type { Action } from "./Action.ts";
import { targetIds } from "./targets.ts";

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

/** Which way an arrow key points, alone or at the end of a shortcut; undefined for other keys. */
export function directionOf(shortcut: string): Direction | undefined {
  return ARROWS[shortcut.split("+").at(-1) ?? ""];
}

/** Moves the focus to the nearest card that way. */
export const goToNearest: Action = {
  id: "go-to-nearest",
  label: "Go to the nearest card that way",
  group: "Move and connect",
  shortcuts: ["Mod+ArrowLeft", "Mod+ArrowUp", "Mod+ArrowDown", "Mod+ArrowRight"],
  keysWork: "on-canvas",
  writes: false,
  keyOnly: true,
  enabled: (session) => session.snapshots.get().map.elements.length > 0,
  run: (session, shortcut) => go(session, shortcut, () => true),
};

/** Moves the focus along a connection of the card: to the nearest card that way which it is connected to. */
export const goAlongConnection: Action = {
  id: "go-along-connection",
  label: "Follow a connection that way",
  group: "Move and connect",
  shortcuts: ["Shift+Mod+ArrowLeft", "Shift+Mod+ArrowUp", "Shift+Mod+ArrowDown", "Shift+Mod+ArrowRight"],
  keysWork: "on-canvas",
  writes: false,
  keyOnly: true,
  enabled: () => targetIds().length > 0,
  run(session, shortcut) {
    const here = new Set(targetIds());
    const neighbours = new Set(
      session.snapshots
        .get()
        .map.relations.flatMap(({ id, from, to }) =>
          here.has(from) || here.has(to) || here.has(id) ? [from, to] : [],
        ),
    );
    return go(session, shortcut, (id) => neighbours.has(id));
  },
};

async function go(
  session: MapSession,
  shortcut: string | undefined,
  isWanted: (id: string) => boolean,
): Promise<void> {
  const direction = shortcut === undefined ? undefined : directionOf(shortcut);
  if (direction === undefined) return;
  const { focusStops, focusTowards } = await import("../canvas/focusStops.ts");
  focusTowards(
    session,
    direction,
    focusStops(session).filter(({ id }) => isWanted(id)),
  );
}
