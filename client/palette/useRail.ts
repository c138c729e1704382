import { useCallback, useState, useSyncExternalStore } from "react";

/** From this width on there is room for the names beside a map that keeps two thirds of the screen. */
const ROOMY = "(min-width: 1500px)";

/** Whether the palette shows icons only: as the person has chosen, and before that as the screen has room. */
export function useRail(): readonly [isRail: boolean, setRail: (isRail: boolean) => void] {
  const [chosen, setChosen] = useState<boolean>();
  const isRoomy = useSyncExternalStore(
    useCallback((listener) => {
      const query = matchMedia(ROOMY);
      query.addEventListener("change", listener);
      return () => query.removeEventListener("change", listener);
    }, []),
    () => matchMedia(ROOMY).matches,
  );
  return [chosen ?? !isRoomy, setChosen];
}
