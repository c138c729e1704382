import { X } from "lucide-react";
import { type FocusEvent, type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import { Button } from "./Button.tsx";
import { classNames } from "./classNames.ts";
import { IconButton } from "./IconButton.tsx";
import styles from "./Toasts.module.css";
import { closeToast, type Toast, useToasts } from "./toasts.ts";

/** Where short messages appear. Stands once on every page. */
export function Toasts() {
  const { toasts } = useToasts();
  const focus = useFocusBack(toasts);
  const region = useRef<HTMLDivElement>(null);
  useHeightForOthers(region);
  return (
    <div
      ref={region}
      className={styles.region}
      role="status"
      aria-live="polite"
      data-react-aria-top-layer="true"
      {...focus}
    >
      {toasts.map((toast) => (
        <div key={toast.id} className={classNames(styles.toast, toast.kind === "failure" && styles.failure)}>
          <span className={styles.text}>{toast.text}</span>
          {toast.action !== undefined && (
            <Button
              size="small"
              variant="outline"
              onPress={() => {
                closeToast(toast.id);
                toast.action?.run();
              }}
            >
              {toast.action.label}
            </Button>
          )}
          <IconButton label="Close this message" size="small" onPress={() => closeToast(toast.id)}>
            <X aria-hidden />
          </IconButton>
        </div>
      ))}
    </div>
  );
}

const gapPx = 12;

/** Tells dialogs, views and the legend how much of the bottom of the page the messages take: they end above. */
function useHeightForOthers(region: RefObject<HTMLDivElement | null>): void {
  useLayoutEffect(() => {
    const { current } = region;
    if (current === null) return;
    const { style } = document.documentElement;
    const measure = () => {
      const heightPx = Math.ceil(current.getBoundingClientRect().height);
      if (heightPx === 0) style.removeProperty("--toasts-height");
      else style.setProperty("--toasts-height", `${heightPx + gapPx}px`);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => {
      observer.disconnect();
      style.removeProperty("--toasts-height");
    };
  }, [region]);
}

/** A message that goes while it has the focus gives it back to where it came from. */
function useFocusBack(toasts: readonly Toast[]) {
  const cameFrom = useRef<Element>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is when messages go that the focus may be lost.
  useEffect(() => {
    const { current } = cameFrom;
    if (current === null || document.activeElement !== document.body) return;
    cameFrom.current = null;
    if ((current instanceof HTMLElement || current instanceof SVGElement) && current.isConnected)
      current.focus();
  }, [toasts]);
  return {
    onFocus({ currentTarget, relatedTarget }: FocusEvent) {
      if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) cameFrom.current = relatedTarget;
    },
    onBlur({ currentTarget, relatedTarget }: FocusEvent) {
      if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) cameFrom.current = null;
    },
  };
}
