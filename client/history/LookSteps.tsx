import { ChevronLeft, ChevronRight } from "lucide-react";
import { useEffect, useId, useMemo, useRef, useState } from "react";
import { useLiveSession } from "../sync/sessionContext.tsx";
import { Button } from "../ui/Button.tsx";
import spoken from "../ui/spoken.module.css";
import styles from "./LookBanner.module.css";
import { lookAt } from "./look.ts";
import { lookWords } from "./lookWords.ts";
import { type Moment, momentsOf } from "./timeline.ts";
import { useTimeline } from "./useTimeline.ts";

/** While the slider is drawn along, only where it rests is asked for. */
const restMs = 150;

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
  // From left to right as time goes.
  const moments = useMemo(
    () => (timeline === undefined ? [] : [...momentsOf(timeline)].reverse()),
    [timeline],
  );
  const [drawn, setDrawn] = useDrawn((moment) => void lookAt(live, moment));
  const at = placeOf(moments, drawn ?? wanted ?? shown);
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
  return (
    <div className={styles.steps}>
      <Button size="small" isDisabled={earlier === undefined && !hasMore} onPress={() => void goBack()}>
        <ChevronLeft aria-hidden />
        <span className={styles.roomy}>Previous change</span>
      </Button>
      <Slider moments={moments} at={at} onDraw={setDrawn} />
      <Button
        size="small"
        isDisabled={later === undefined}
        onPress={() => later !== undefined && void lookAt(live, later)}
      >
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

/** Where a moment stands among others; the nearest before it where it is not among them. */
function placeOf(moments: readonly Moment[], { moment }: Moment): number {
  const exact = moments.findIndex((each) => each.moment === moment);
  return exact >= 0 ? exact : moments.findLastIndex((each) => each.moment < moment);
}
