import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";

/**
 * Where what has the focus goes (somebody has deleted its row), the focus goes to what is current now instead of getting lost.
 * @param current what is current within the container, as a selector.
 */
export function useFocusKept(container: RefObject<HTMLElement | null>, current: string): void {
  const focused = useRef<Element | undefined>(undefined);
  useEffect(() => {
    const element = container.current;
    const onFocusIn = ({ target }: FocusEvent) => {
      focused.current = target instanceof Element ? target : undefined;
    };
    const onFocusOut = ({ target }: FocusEvent) => {
      // What is taken out of the page loses the focus, too: that is no leaving.
      if (target instanceof Element && target.isConnected) focused.current = undefined;
    };
    element?.addEventListener("focusin", onFocusIn);
    element?.addEventListener("focusout", onFocusOut);
    return () => {
      element?.removeEventListener("focusin", onFocusIn);
      element?.removeEventListener("focusout", onFocusOut);
    };
  }, [container]);
  useLayoutEffect(() => {
    const hasGone = focused.current?.isConnected === false && document.activeElement === document.body;
    if (!hasGone) return;
    focused.current = undefined;
    container.current?.querySelector<HTMLElement>(current)?.focus({ preventScroll: true });
  });
}
