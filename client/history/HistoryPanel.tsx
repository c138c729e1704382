import { ArrowUp } from "lucide-react";
import { useCallback, useId, useMemo, useRef } from "react";
import { useCanvasStore } from "../canvas/canvasStore.ts";
import { useLiveSession, useSnapshot } from "../sync/sessionContext.tsx";
import { Button } from "../ui/Button.tsx";
import { DayRows } from "./DayRows.tsx";
import { dayGroups } from "./dayGroups.ts";
import { FilterNote, HistoryFilters } from "./HistoryFilters.tsx";
import { HistoryMenu } from "./HistoryMenu.tsx";
import styles from "./HistoryPanel.module.css";
import { useHistoryView } from "./historyViewStore.ts";
import { useLookStore } from "./lookStore.ts";
import { NameMomentButton } from "./NameMomentButton.tsx";
import { OlderButton } from "./OlderButton.tsx";
import type { TimelineState, TimelineStore } from "./TimelineStore.ts";
import type { Timeline } from "./timeline.ts";
import { useTimeline } from "./useTimeline.ts";

/** Who changed what and when, in words, with each moment to look at. */
export function HistoryPanel() {
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const { state, store } = useTimeline();
  const { timeline } = state;
  // What would be named is the map as it is now, which is not the one on the screen then.
  const isLooking = useLookStore(({ look }) => look !== undefined);
  const isOwner = useLiveSession().role === "owner";
  const showNew = () => {
    store.showNew();
    heading.current?.focus();
  };
  return (
    <section className={styles.panel} aria-labelledby={headingId}>
      <div className={styles.top}>
        <h2 ref={heading} id={headingId} className={styles.heading} tabIndex={-1}>
          History
        </h2>
        {timeline !== undefined && <HistoryFilters timeline={timeline} />}
        {isOwner && timeline !== undefined && <HistoryMenu timeline={timeline} />}
        {timeline !== undefined && <FilterNote timeline={timeline} />}
        {!isLooking && <NameMomentButton />}
      </div>
      <div role="status" className={styles.news}>
        {state.waiting > 0 && (
          <Button size="small" variant="primary" onPress={showNew}>
            <ArrowUp aria-hidden />
            {state.waiting === 1 ? "1 new change" : `${state.waiting} new changes`}
          </Button>
        )}
      </div>
      {timeline === undefined ? (
        <ToCome state={state} store={store} />
      ) : (
        <Rows timeline={timeline} state={state} store={store} />
      )}
    </section>
  );
}

function ToCome({ state, store }: { readonly state: TimelineState; readonly store: TimelineStore }) {
  if (state.error === undefined)
    return (
      <p role="status" className={styles.note}>
        Loading the history …
      </p>
    );
  return (
    <div role="alert" className={styles.problem}>
      <p>{state.error}</p>
      <Button size="small" onPress={() => void store.reload()}>
        Try again
      </Button>
    </div>
  );
}

function Rows({
  timeline,
  state,
  store,
}: {
  readonly timeline: Timeline;
  readonly state: TimelineState;
  readonly store: TimelineStore;
}) {
  const view = useHistoryView();
  const selection = useCanvasStore((canvas) => canvas.selection);
  const about = view.isAboutSelection ? selection : undefined;
  const { person } = view;
  const days = useMemo(() => dayGroups(timeline, { person, about }), [timeline, person, about]);
  const shown = useLookStore(({ look }) => look?.moment.moment);
  const { elementById, relationById } = useSnapshot();
  const isOnMap = useCallback(
    (id: string) => elementById.has(id) || relationById.has(id),
    [elementById, relationById],
  );
  return (
    <>
      {days.map((day) => (
        <DayRows key={day.key} day={day} shownMoment={shown} isOnMap={isOnMap} />
      ))}
      {days.length === 0 && <Nothing isWhole={timeline.next === null} />}
      {state.error !== undefined && (
        <p role="alert" className={styles.problem}>
          {state.error}
        </p>
      )}
      <OlderButton hasMore={timeline.next !== null} isLoading={state.isLoading} store={store} />
    </>
  );
}

function Nothing({ isWhole }: { readonly isWhole: boolean }) {
  const isNarrowed = useHistoryView(
    ({ person, isAboutSelection }) => person !== undefined || isAboutSelection,
  );
  if (!isNarrowed)
    return (
      <p className={styles.note}>
        Nobody has changed anything yet. Whatever anybody changes is listed here, and every moment of the map
        can be looked at and brought back.
      </p>
    );
  return (
    <p className={styles.note}>
      {isWhole ? "Nothing in the history fits." : "Nothing of what is loaded fits. Older changes may."}
    </p>
  );
}
