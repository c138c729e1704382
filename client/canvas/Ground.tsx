import { type ReactFlowState, useStoreApi } from "@xyflow/react";
import { useLayoutEffect, useRef } from "react";
import styles from "./Ground.module.css";

/**
 * The dots of the ground, `gap` map units apart. While somebody pans, one picture of them is shifted by less than a gap: nothing is
 * drawn again, neither by React nor by the browser.
 */
export function Ground({ gap }: { readonly gap: number }) {
  const sheet = useRef<HTMLDivElement>(null);
  const store = useStoreApi();
  useLayoutEffect(() => {
    const style = sheet.current?.style;
    if (style === undefined) return;
    let shownStep = 0;
    const place = ([x, y, zoom]: ReactFlowState["transform"]) => {
      const step = gap * zoom;
      if (step !== shownStep) style.setProperty("--step", `${step}px`);
      shownStep = step;
      style.transform = `translate(${Math.round(rest(x, step))}px, ${Math.round(rest(y, step))}px)`;
    };
    place(store.getState().transform);
    return store.subscribe(({ transform }, before) => {
      if (transform !== before.transform) place(transform);
    });
  }, [store, gap]);
  return <div ref={sheet} className={styles.ground} aria-hidden data-testid="ground" />;
}

function rest(distance: number, step: number): number {
  return ((distance % step) + step) % step;
}
