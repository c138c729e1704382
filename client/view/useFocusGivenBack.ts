import { useRef } from "react";

/** For what closes by itself: gives the focus back to where it was when the component was shown first, if that is still there. */
export function useFocusGivenBack(): () => void {
  const cameFrom = useRef<Element | null>(null);
  if (cameFrom.current === null) cameFrom.current = document.activeElement;
  return () => {
    const { current } = cameFrom;
    if ((current instanceof HTMLElement || current instanceof SVGElement) && current.isConnected)
      current.focus();
  };
}
