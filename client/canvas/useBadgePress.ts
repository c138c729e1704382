import { useCallback } from "react";
import { showFinding } from "../panels/panelStore.ts";
import { useLatestFindings } from "../sync/sessionContext.tsx";
import { reveal } from "./canvasStore.ts";

/** Shows the gravest finding that stands on an element or relation, in the panel and on the map. */
export function useBadgePress(): (id: string) => void {
  const latestFindings = useLatestFindings();
  return useCallback(
    (id) => {
      const finding = latestFindings().find(
        ({ subjects, accepted }) => subjects[0] === id && accepted !== true,
      );
      if (finding === undefined) return;
      showFinding(finding.key);
      reveal(finding.subjects);
    },
    [latestFindings],
  );
}

/** Whether an event happened on a badge. */
export function isOnBadge({ target }: { readonly target: EventTarget | null }): boolean {
  return target instanceof Element && target.closest("[data-badge]") !== null;
}
