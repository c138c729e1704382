import type { MapElement } from "../../shared/model/element.ts";
import { isLocked } from "../../shared/model/locked.ts";
import type { Direction, Edge } from "../arrange/lineUp.ts";
import type { MapSession } from "../sync/MapSession.ts";
import type { Action, ContextMenuKind } from "./Action.ts";
import { targetElements } from "./targets.ts";

type Given = Pick<Action, "id" | "label" | "keywords"> & {
  readonly menus?: readonly ContextMenuKind[];
  readonly shortcuts?: readonly string[];
  readonly needs: (elements: readonly MapElement[], session: MapSession) => boolean;
  readonly does: (session: MapSession, elements: readonly MapElement[]) => Promise<void>;
};

function arranging({ needs, does, shortcuts = [], ...given }: Given): Action {
  return {
    ...given,
    group: "Arrange",
    shortcuts,
    keysWork: "on-canvas",
    writes: true,
    enabled: (session) => needs(targetElements(session), session),
    run: (session) => does(session, targetElements(session)),
  };
}

const several = (count: number) => (elements: readonly MapElement[]) => elements.length >= count;

const tidyActions = [
  arranging({
    id: "tidy",
    label: "Tidy everything",
    keywords: "layout arrange order clean up auto tiers",
    menus: ["ground"],
    needs: (_, { snapshots }) => snapshots.get().map.elements.length > 1,
    does: async (session) => (await import("../tidy/tidy.ts")).tidy(session, { kind: "everything" }),
  }),
  arranging({
    id: "tidy-selection",
    label: "Tidy the selection",
    keywords: "layout arrange order clean up",
    menus: ["several"],
    needs: several(2),
    does: async (session, elements) =>
      (await import("../tidy/tidy.ts")).tidy(session, {
        kind: "selection",
        ids: elements.map(({ id }) => id),
      }),
  }),
  arranging({
    id: "tidy-new",
    label: "Tidy what is new",
    keywords: "layout arrange added pasted overlapping",
    menus: ["ground"],
    needs: (_, { snapshots }) => snapshots.get().map.elements.length > 1,
    does: async (session) => (await import("../tidy/tidy.ts")).tidy(session, { kind: "new" }),
  }),
];

function aligning(edge: Edge, label: string): Action {
  return arranging({
    id: `align-${edge}`,
    label,
    keywords: "align line up edge straighten",
    menus: ["several"],
    needs: several(2),
    does: async (session, elements) => (await import("../arrange/lineUp.ts")).align(session, elements, edge),
  });
}

function distributing(direction: Direction): Action {
  return arranging({
    id: `distribute-${direction}`,
    label: `Space evenly ${direction === "horizontally" ? "across" : "down"}`,
    keywords: `distribute ${direction} equal gaps spread`,
    menus: ["several"],
    needs: several(3),
    does: async (session, elements) =>
      (await import("../arrange/lineUp.ts")).distribute(session, elements, direction),
  });
}

function locking(locked: boolean): Action {
  return arranging({
    id: locked ? "lock" : "unlock",
    label: locked ? "Lock" : "Unlock",
    keywords: locked ? "protect fix padlock freeze" : "release free padlock",
    menus: ["card", "several"],
    needs: (elements, { role }) =>
      role === "owner" && elements.some((element) => isLocked(element) !== locked),
    does: async (session, elements) =>
      (await import("../arrange/lock.ts")).setLocked(session, elements, locked),
  });
}

function resizing(key: string, width: number, height: number, label: string): Action {
  return arranging({
    id: `resize-${key}`,
    label,
    keywords: "resize size bigger smaller frame",
    shortcuts: [`Alt+Shift+${key}`],
    needs: ([only, ...others]) => others.length === 0 && (only?.type === "place" || only?.type === "note"),
    does: async (session, [only]) => {
      if (only !== undefined)
        (await import("../arrange/resize.ts")).resizeBy(session, only, { width, height });
    },
  });
}

/** Commands that put cards in order and in place: tidy, align, distribute, lock, group, resize. */
export const arrangeActions: readonly Action[] = [
  ...tidyActions,
  aligning("left", "Align left edges"),
  aligning("centre", "Align centres"),
  aligning("right", "Align right edges"),
  aligning("top", "Align top edges"),
  aligning("middle", "Align middles"),
  aligning("bottom", "Align bottom edges"),
  distributing("horizontally"),
  distributing("vertically"),
  locking(true),
  locking(false),
  arranging({
    id: "group",
    label: "Group into a place",
    keywords: "group frame locality neighbourhood put together",
    menus: ["card", "several"],
    shortcuts: ["Mod+G"],
    needs: several(1),
    does: async (session, elements) =>
      (await import("../arrange/group.ts")).groupIntoPlace(session, elements),
  }),
  arranging({
    id: "take-out",
    label: "Take out of the place",
    keywords: "ungroup remove from place leave",
    menus: ["card", "several"],
    shortcuts: ["Mod+Shift+G"],
    needs: (elements) => elements.some(({ place }) => place !== undefined),
    does: async (session, elements) =>
      (await import("../arrange/group.ts")).takeOutOfPlace(session, elements),
  }),
  resizing("ArrowRight", 20, 0, "Make wider"),
  resizing("ArrowLeft", -20, 0, "Make narrower"),
  resizing("ArrowDown", 0, 20, "Make taller"),
  resizing("ArrowUp", 0, -20, "Make shorter"),
];
