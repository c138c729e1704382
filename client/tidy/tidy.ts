import type { Placement, TidyScope } from "../../shared/layout/TidyRequest.ts";
import type { MapElement } from "../../shared/model/element.ts";
import { isLocked } from "../../shared/model/locked.ts";
import { useDragStore } from "../canvas/dragStore.ts";
import { performWithUndo } from "../findings/performWithUndo.ts";
import type { MapSession } from "../sync/MapSession.ts";
import { showToast } from "../ui/toasts.ts";
import { keepInView } from "./keepInView.ts";
import { LayoutThread, NoLayout } from "./LayoutThread.ts";
import { useTidyStore } from "./tidyStore.ts";
import { idsOfNew, noteWhatIsThere } from "./whatIsNew.ts";

/** What takes longer is given up, and the map stays as it is. */
const LIMIT_MS = 20_000;
/** What takes longer is said to be under way. */
const QUIET_MS = 400;

const thread = new LayoutThread(
  () => new Worker(new URL("./tidyWorker.ts", import.meta.url), { type: "module" }),
);

/** What of the map is tidied. */
export type TidyWhat =
  | { readonly kind: "everything" }
  | { readonly kind: "new" }
  | { readonly kind: "selection"; readonly ids: readonly string[] };

/**
 * Puts the map in order: one step of the history, worked out elsewhere meanwhile. What somebody moves or deletes while it is
 * being worked out is left to them. A message says what came of it.
 */
export async function tidy(session: MapSession, what: TidyWhat, layout = thread): Promise<void> {
  if (!session.canEdit || useTidyStore.getState().isRunning) return;
  const { elementById: before, map } = session.snapshots.get();
  const scope = scopeOf(session, what);
  const stop = new AbortController();
  let closeNotice = () => {};
  const notice = setTimeout(() => {
    closeNotice = showToast("Tidying…", "notice", { label: "Stop", run: () => stop.abort() });
  }, QUIET_MS);
  useTidyStore.setState({ isRunning: true });
  try {
    const request = { elements: map.elements, relations: map.relations, scope };
    const placements = await layout.ask(request, LIMIT_MS, stop.signal);
    closeNotice();
    putDown(session, placements, before);
    noteWhatIsThere(session);
    keepInView(session, what.kind === "everything" ? map.elements : placements);
  } catch (problem) {
    if (!(problem instanceof NoLayout)) throw problem;
    if (problem.reason !== "stopped") showToast(FAILURES[problem.reason], "failure");
  } finally {
    clearTimeout(notice);
    closeNotice();
    useTidyStore.setState({ isRunning: false });
  }
}

const FAILURES = {
  late: "Tidying took longer than twenty seconds and was stopped. Nothing has moved. Try it with a part of the map selected.",
  failed: "Tidying did not work. Nothing has moved. Try it with a part of the map selected.",
};

function scopeOf(session: MapSession, what: TidyWhat): TidyScope {
  if (what.kind === "everything") return { kind: "everything" };
  if (what.kind === "new") return { kind: "new", ids: idsOfNew(session) };
  return { kind: "selection", ids: what.ids };
}

function putDown(
  session: MapSession,
  placements: readonly Placement[],
  before: ReadonlyMap<string, MapElement>,
): void {
  const { elementById } = session.snapshots.get();
  const held = heldIds(session);
  const left = placements.filter(({ id }) => {
    const now = elementById.get(id);
    return now !== undefined && !held.has(id) && !isLocked(now) && stoodStill(now, before.get(id));
  });
  if (left.length === 0) {
    showToast("Already tidy: nothing had to move.");
    return;
  }
  const cards = left.length === 1 ? "1 card" : `${left.length} cards`;
  const change = `Tidy ${cards}`;
  performWithUndo(
    session,
    change,
    (editor) => {
      for (const { id, position, size } of left) {
        editor.setField(id, "position", { ...elementById.get(id)?.position, ...position });
        if (size !== undefined) editor.setField(id, "size", { ...size });
      }
    },
    `Tidied ${cards}`,
  );
}

/** What somebody has in hand at this moment. */
function heldIds(session: MapSession): ReadonlySet<string> {
  const others = session.presence.others().flatMap(({ drag }) => drag?.ids ?? []);
  return new Set([...(useDragStore.getState().own?.ids ?? []), ...others]);
}

function stoodStill(now: MapElement, before: MapElement | undefined): boolean {
  return before !== undefined && now.position.x === before.position.x && now.position.y === before.position.y;
}
