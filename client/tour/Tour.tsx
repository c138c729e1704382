import { X } from "lucide-react";
import { useEffect, useId, useRef } from "react";
import { createPortal } from "react-dom";
import { useLiveSession } from "../sync/sessionContext.tsx";
import { Button } from "../ui/Button.tsx";
import { classNames } from "../ui/classNames.ts";
import { IconButton } from "../ui/IconButton.tsx";
import { PRACTICE_MAP } from "./practiceMap.ts";
import styles from "./Tour.module.css";
import { TOUR_STEPS, type TourStep } from "./tourSteps.ts";
import { beginWantedTour, endTour, goToStep, leaveTour, useTourStore } from "./tourStore.ts";
import { useCardPlace } from "./useCardPlace.ts";
import { useFrameAround } from "./useFrameAround.ts";
import { useStepDone } from "./useStepDone.ts";

/** The tour, on the practice map that was made for it and on no other. It lies beside what people do, takes no focus by itself and keeps none. */
export function Tour() {
  const { id, snapshots } = useLiveSession();
  useEffect(() => {
    if (snapshots.get().map.title === PRACTICE_MAP.title) beginWantedTour(id);
  }, [id, snapshots]);
  const place = useTourStore((state) => state.place);
  if (place === undefined || place.mapId !== id) return null;
  const step = TOUR_STEPS[place.step];
  if (step === undefined) return null;
  if (place.isLeft) return <TakeUpAgain step={place.step} />;
  return createPortal(<Step key={place.step} step={step} number={place.step} />, document.body);
}

function TakeUpAgain({ step }: { readonly step: number }) {
  return createPortal(
    <div className={styles.again} data-react-aria-top-layer="true">
      <Button size="small" onPress={() => goToStep(step)}>
        Go on with the tour
      </Button>
      <IconButton label="End the tour" size="small" onPress={endTour}>
        <X aria-hidden />
      </IconButton>
    </div>,
    document.body,
  );
}

function Step({ step, number }: { readonly step: TourStep; readonly number: number }) {
  const titleId = useId();
  const card = useRef<HTMLElement>(null);
  const isDone = useStepDone(step);
  const frame = useFrameAround(step.target);
  const place = useCardPlace(card, frame, isDone);
  const isLast = number === TOUR_STEPS.length - 1;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isHere = isNowhere(event.target) || card.current?.contains(event.target as Node) === true;
      if (event.key === "Escape" && isHere && !event.defaultPrevented) leaveTour();
    };
    window.addEventListener("keydown", onKeyDown, { capture: true });
    return () => window.removeEventListener("keydown", onKeyDown, { capture: true });
  }, []);
  return (
    <>
      {frame !== undefined && (
        <div
          className={styles.frame}
          style={{
            transform: `translate(${frame.left}px, ${frame.top}px)`,
            width: `${frame.width}px`,
            height: `${frame.height}px`,
          }}
          aria-hidden
        />
      )}
      <section
        ref={card}
        className={classNames(styles.card, place !== undefined && styles.placed)}
        style={place && { left: `${place.x}px`, top: `${place.y}px` }}
        aria-labelledby={titleId}
        data-react-aria-top-layer="true"
      >
        <div className={styles.head}>
          <span className={styles.count}>
            Step {number + 1} of {TOUR_STEPS.length}
          </span>
          <IconButton label="Leave the tour" size="small" onPress={leaveTour}>
            <X aria-hidden />
          </IconButton>
        </div>
        <div role="status">
          <h2 id={titleId} className={styles.title}>
            {step.title}
          </h2>
          <p>{step.text}</p>
          {isDone && <p className={styles.done}>Done.</p>}
        </div>
        <div className={styles.buttons}>
          {number > 0 && (
            <Button size="small" variant="quiet" onPress={() => goToStep(number - 1)}>
              Back
            </Button>
          )}
          <Button size="small" variant="primary" onPress={() => (isLast ? endTour() : goToStep(number + 1))}>
            {isLast ? "Finish" : "Next"}
          </Button>
        </div>
      </section>
    </>
  );
}

/** Whether the focus is on nothing in particular: on the page, or on the map as a whole. */
function isNowhere(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches("body, main");
}
