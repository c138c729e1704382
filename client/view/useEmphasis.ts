import { useEffect, useLayoutEffect, useMemo, useRef } from "react";
import type { SystemMap } from "../../shared/model/systemMap.ts";
import { emphasisOf, sameSet } from "../../shared/view/emphasisOf.ts";
import type { MapFilter } from "../../shared/view/MapFilter.ts";
import { narrowMap } from "../../shared/view/narrowMap.ts";
import type { Focus } from "../../shared/view/neighbourhood.ts";
import type { ShownIds } from "../../shared/view/ShownIds.ts";
import { severitiesById } from "../../shared/view/severitiesById.ts";
import { useCanvasStore } from "../canvas/canvasStore.ts";
import { isElementShown } from "../canvas/layers.ts";
import { useShownFindings } from "../findings/useShownFindings.ts";
import { announce } from "../panels/panelStore.ts";
import { useSnapshot } from "../sync/sessionContext.tsx";
import { resetEmphasis, setEmphasis, useEmphasisStore } from "./emphasisStore.ts";
import { setNarrowed } from "./narrowedStore.ts";
import { resetView, revealInView, useViewStore } from "./viewStore.ts";

/** Keeps what of the map stands out in step with the map, and with what this person wants to see of it. */
export function useEmphasis(): void {
  const { map } = useSnapshot();
  const shown = useShownIds(map);
  const others = useViewStore((state) => state.others);
  const revealed = useViewStore((state) => state.revealed);
  const found = useViewStore((state) => state.found);

  // Before the next paint: what is hidden must not flash up first.
  useLayoutEffect(() => {
    const now = emphasisOf(map, { shown, others, revealed, found });
    const before = useEmphasisStore.getState();
    const hidden = sameSet(before.hidden, now.hidden);
    const dimmed = sameSet(before.dimmed, now.dimmed);
    if (hidden === before.hidden && dimmed === before.dimmed) return;
    sayWhatIsDeselected(hidden);
    setEmphasis({ hidden, dimmed });
  }, [map, shown, others, revealed, found]);

  useCounts(map, shown, revealed);
  useRevealing(shown);
  useEffect(
    () => () => {
      resetView();
      resetEmphasis();
      setNarrowed(undefined);
    },
    [],
  );
}

function useShownIds(map: SystemMap): ShownIds | undefined {
  const filter = useViewStore((state) => state.filter);
  const focus = useViewStore((state) => state.focus);
  const findings = useShownFindings();
  const severities = useMemo(() => severitiesById(findings), [findings]);
  return useMemo(
    () => narrowMap(map, { filter, focus }, { severitiesById: severities }),
    [map, filter, focus, severities],
  );
}

function sayWhatIsDeselected(hidden: ReadonlySet<string>): void {
  const { selection } = useCanvasStore.getState();
  const lost = selection.filter((id) => hidden.has(id)).length;
  if (lost === 0) return;
  const what = lost === 1 ? "1 thing that was selected is" : `${lost} things that were selected are`;
  announce(`${what} hidden now, and not selected any more.`);
}

/** What was on the map when filter and focus were chosen. */
interface Known {
  readonly filter: MapFilter;
  readonly focus: Focus | undefined;
  readonly ids: ReadonlySet<string>;
}

/** Counts what is shown, and what has come since that is not. */
function useCounts(map: SystemMap, shown: ShownIds | undefined, revealed: ReadonlySet<string>): void {
  const layers = useCanvasStore((state) => state.layers);
  const filter = useViewStore((state) => state.filter);
  const focus = useViewStore((state) => state.focus);
  const others = useViewStore((state) => state.others);
  const known = useRef<Known>(undefined);
  const outside = useRef(0);
  useEffect(() => {
    if (shown === undefined) {
      known.current = undefined;
      outside.current = 0;
      setNarrowed(undefined);
      return;
    }
    // What was there when the filter was chosen was left out knowingly.
    if (known.current?.filter !== filter || known.current.focus !== focus) {
      known.current = { filter, focus, ids: idsOf(map) };
      outside.current = 0;
    }
    const before = known.current.ids;
    const isOutside = (id: string, left: ReadonlySet<string>) =>
      !before.has(id) && !left.has(id) && !revealed.has(id);
    const addedOutside = map.elements.filter(({ id }) => isOutside(id, shown.elements)).map(({ id }) => id);
    const isShown = (id: string) => shown.elements.has(id) || revealed.has(id);
    const shownCards = map.elements.filter(
      (element) => isShown(element.id) && isElementShown(element, layers),
    ).length;
    setNarrowed({ shownCards, allCards: map.elements.length, addedOutside });
    if (addedOutside.length > outside.current) {
      const count = addedOutside.length - outside.current;
      announce(`${count} more ${count === 1 ? "was" : "were"} added and ${fate(count, others)}.`);
    }
    outside.current = addedOutside.length;
  }, [map, shown, revealed, layers, filter, focus, others]);
}

/** What becomes of what does not fit, in words. */
export function fate(count: number, others: "dim" | "hide"): string {
  if (others === "hide") return count === 1 ? "is hidden" : "are hidden";
  return count === 1 ? "does not fit" : "do not fit";
}

function idsOf({ elements }: SystemMap): ReadonlySet<string> {
  return new Set(elements.map(({ id }) => id));
}

/** Whoever goes to something that is hidden sees it: a finding's cards, what they have just added, what a link names. */
function useRevealing(shown: ShownIds | undefined): void {
  const latest = useRef(shown);
  latest.current = shown;
  useEffect(
    () =>
      useCanvasStore.subscribe((state, before) => {
        const left = latest.current;
        if (left === undefined || useViewStore.getState().others === "dim") return;
        if (
          state.selection === before.selection &&
          state.highlight === before.highlight &&
          state.focusNext === before.focusNext
        )
          return;
        const { revealed } = useViewStore.getState();
        const wanted = [
          ...state.selection,
          ...state.highlight,
          ...(state.focusNext ? [state.focusNext] : []),
        ];
        const missing = wanted.filter(
          (id) => !left.elements.has(id) && !left.relations.has(id) && !revealed.has(id),
        );
        if (missing.length > 0) revealInView(missing);
      }),
    [],
  );
}
