import { ChevronLeft, ChevronRight } from "lucide-react";
import { useEffect, useId, useMemo, useRef, useState } from "react";
import { useLiveSession } from "../sync/sessionContext.tsx";
import { Button } from "../ui/Button.tsx";
import spoken from "../ui/spoken.module.css";
import styles from "./LookBanner.module.css";
import { lookAt } from "./look.ts";
import { lookWords } from "./lookWords.ts";
import { fromLeftToRight, type Moment, momentsOf } from "./timeline.ts";
import { useTimeline } from "./useTimeline.ts";

/** While the slider is drawn along, only where it rests is asked for. */
const restMs = 150;

const NOTHING = { entries: [], checkpoints: [] };

/** From change to change: one back, one on, or anywhere along the slider. What is not loaded yet comes when the end is reached. */
export function LookSteps({
  shown,
  wanted,
}: {
  readonly shown: Moment;
  readonly wanted: Moment | undefined;
}) {
  const live = useLiveSession();
  const { state, store } = useTimeline();
  const { timeline } = state;
  const [drawn, setDrawn] = useDrawn((moment) => void lookAt(live, moment));
  const aim = drawn ?? wanted ?? shown;
  const moments = useMemo(() => fromLeftToRight(timeline ?? NOTHING, aim), [timeline, aim]);
  const at = moments.findIndex(({ moment }) => moment === aim.moment);
  const earlier = moments[at - 1];
  const later = moments[at + 1];
  const hasMore = timeline !== undefined && timeline.next !== null;
  const goBack = async () => {
    if (earlier !== undefined) return lookAt(live, earlier);
    await store.loadOlder();
    const loaded = store.get().timeline;
    const before = loaded && momentsOf(loaded).find(({ moment }) => moment < shown.moment);
    if (before !== undefined) await lookAt(live, before);
  };
  const goOn = () => {
    // What has come since is in the list from then on: it has just been asked for.
    if (later === undefined) store.showNew();
    const after =
      later ?? momentsOf(store.get().timeline ?? NOTHING).findLast(({ moment }) => moment > shown.moment);
    if (after !== undefined) void lookAt(live, after);
  };
  return (
    <div className={styles.steps}>
      <Button size="small" isDisabled={earlier === undefined && !hasMore} onPress={() => void goBack()}>
        <ChevronLeft aria-hidden />
        <span className={styles.roomy}>Previous change</span>
      </Button>
      <Slider moments={moments} at={at} onDraw={setDrawn} />
      <Button size="small" isDisabled={later === undefined && state.waiting === 0} onPress={goOn}>
        <span className={styles.roomy}>Next change</span>
        <ChevronRight aria-hidden />
      </Button>
    </div>
  );
}

function Slider({
  moments,
  at,
  onDraw,
}: {
  readonly moments: readonly Moment[];
  readonly at: number;
  readonly onDraw: (moment: Moment) => void;
}) {
  const id = useId();
  const moment = moments[at];
  return (
    <>
      <label htmlFor={id} className={spoken.only}>
        Moment
      </label>
      <input
        id={id}
        type="range"
        className={styles.slider}
        min={0}
        max={Math.max(0, moments.length - 1)}
        step={1}
        value={Math.max(0, at)}
        disabled={moments.length < 2}
        aria-valuetext={moment === undefined ? undefined : lookWords(moment)}
        onChange={({ target }) => {
          const next = moments[Number(target.value)];
          if (next !== undefined) onDraw(next);
        }}
      />
    </>
  );
}

/** Where the slider has been drawn to, until it has rested there. */
function useDrawn(onRest: (moment: Moment) => void) {
  const [drawn, setDrawn] = useState<Moment>();
  const rest = useRef(onRest);
  rest.current = onRest;
  useEffect(() => {
    if (drawn === undefined) return;
    const timer = setTimeout(() => {
      rest.current(drawn);
      setDrawn(undefined);
    }, restMs);
    return () => clearTimeout(timer);
  }, [drawn]);
  return [drawn, setDrawn] as const;
}
