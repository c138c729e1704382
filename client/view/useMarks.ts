import { useMemo } from "react";
import { colourMarks } from "../../shared/view/colourMarks.ts";
import type { MapMarks } from "../../shared/view/Mark.ts";
import { severitiesById } from "../../shared/view/severitiesById.ts";
import { type MapSizes, sizeMarks } from "../../shared/view/sizeMarks.ts";
import { useShownFindings } from "../findings/useShownFindings.ts";
import { useSnapshot } from "../sync/sessionContext.tsx";
import { useViewStore } from "./viewStore.ts";

/** The colours that cards are marked with now; undefined where they are not. */
export function useColourMarks(): MapMarks | undefined {
  const { map } = useSnapshot();
  const colourBy = useViewStore((state) => state.colourBy);
  const findings = useShownFindings();
  return useMemo(
    () =>
      colourBy &&
      colourMarks(map, colourBy, {
        onDay: map.asOf ?? new Date().toISOString().slice(0, 10),
        severitiesById: severitiesById(findings),
      }),
    [map, colourBy, findings],
  );
}

/** The circles behind cards now; undefined where there are none. */
export function useSizeMarks(): MapSizes | undefined {
  const { map } = useSnapshot();
  const sizeBy = useViewStore((state) => state.sizeBy);
  return useMemo(() => sizeBy && sizeMarks(map, sizeBy), [map, sizeBy]);
}
