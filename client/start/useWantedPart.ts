import { useEffect } from "react";

/** Goes to the part of the page that the address names, once it is there. */
export function useWantedPart(isThere: boolean): void {
  useEffect(() => {
    if (!isThere) return;
    const part = document.getElementById(location.hash.slice(1));
    part?.scrollIntoView();
    part?.focus({ preventScroll: true });
  }, [isThere]);
}
