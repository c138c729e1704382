import type { Focus, Followed } from "../../shared/view/neighbourhood.ts";
import { announce } from "../panels/panelStore.ts";
import type { MapSession } from "../sync/MapSession.ts";
import { clearNarrowing, focusMap, isNarrowed, look, useViewStore } from "../view/viewStore.ts";
import type { Action } from "./Action.ts";
import { targetElements } from "./targets.ts";

const MOST_STEPS = 3;
const COMMON = { group: "Find", keysWork: "on-canvas", writes: false } as const;
const FOLLOWED: readonly Followed[] = ["all", "money", "contracts", "ownership", "governance"];

/** Commands that show only what is near some cards. */
export const focusActions: readonly Action[] = [
  focusWithin(1, "1 step"),
  focusWithin(2, "2 steps"),
  focusWithin(3, "3 steps"),
  {
    ...COMMON,
    id: "focus-cycle",
    label: "Show only what is near; again: a step more, then everything",
    keyOnly: true,
    shortcuts: ["Shift+F"],
    enabled: (session) => useViewStore.getState().focus !== undefined || targetElements(session).length > 0,
    run: cycle,
  },
  {
    ...COMMON,
    id: "focus-follow",
    label: "Focus along other connections",
    keywords: "follow money contracts ownership governance all",
    shortcuts: ["Shift+G"],
    labelNow: () =>
      `Focus along ${followedNext()} connections only`.replace("all connections only", "all connections"),
    enabled: () => useViewStore.getState().focus !== undefined,
    run() {
      const { focus } = useViewStore.getState();
      if (focus !== undefined) look({ focus: { ...focus, follow: followedNext() } });
    },
  },
  {
    ...COMMON,
    id: "show-everything",
    label: "Show everything again",
    keywords: "clear filter end focus",
    menus: ["ground"],
    shortcuts: [],
    enabled: () => isNarrowed(),
    run: clearNarrowing,
  },
];

function focusWithin(steps: number, words: string): Action {
  return {
    ...COMMON,
    id: `focus-${steps}`,
    label: `Show only what is within ${words} of this`,
    keywords: "focus neighbours near isolate",
    menus: ["card", "several"],
    shortcuts: [],
    whyNot: (session) => (targetElements(session).length === 0 ? "Select a card first" : undefined),
    enabled: (session) => targetElements(session).length > 0,
    run: (session) => focusMap(focusOf(session, steps)),
  };
}

function focusOf(session: MapSession, steps: number): Focus {
  const ids = targetElements(session).map(({ id }) => id);
  return { ids, steps, follow: useViewStore.getState().focus?.follow ?? "all" };
}

/** One step, two, three, and then everything again. */
function cycle(session: MapSession): void {
  const { focus } = useViewStore.getState();
  if (focus === undefined) focusMap(focusOf(session, 1));
  else if (focus.steps < MOST_STEPS) look({ focus: { ...focus, steps: focus.steps + 1 } });
  else look({ focus: undefined });
  const now = useViewStore.getState().focus;
  announce(
    now === undefined ? "Everything is shown." : `Within ${now.steps} ${now.steps === 1 ? "step" : "steps"}.`,
  );
}

function followedNext(): Followed {
  const { focus } = useViewStore.getState();
  return FOLLOWED[(FOLLOWED.indexOf(focus?.follow ?? "all") + 1) % FOLLOWED.length] ?? "all";
}
