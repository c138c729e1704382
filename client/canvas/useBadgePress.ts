import { useCallback } from "react";
import { showFinding } from "../panels/panelStore.ts";
import { useLatestFindings } from "../sync/sessionContext.tsx";
import { reveal } from "./canvasStore.ts";

interface Press {
  readonly target: EventTarget | null;
}

/** Shows the first finding that a badge of an element or relation stands for, in the panel and on the map. */
export function useBadgePress(): (id: string, press: Press) => void {
  const latestFindings = useLatestFindings();
  return useCallback(
    (id, press) => {
      const pressed = badgeAt(press)?.getAttribute("data-badge");
      const finding = latestFindings().find(
        ({ subjects, severity, accepted }) =>
          subjects[0] === id && (accepted === true ? "accepted" : severity) === pressed,
      );
      if (finding === undefined) return;
      showFinding(finding.key);
      reveal(finding.subjects);
    },
    [latestFindings],
  );
}

/** Whether an event happened on a badge. */
export function isOnBadge(press: Press): boolean {
  return badgeAt(press) !== undefined;
}

function badgeAt({ target }: Press): Element | undefined {
  return (target instanceof Element && target.closest("[data-badge]")) || undefined;
}
