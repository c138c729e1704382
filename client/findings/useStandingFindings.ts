import { useCallback, useMemo, useSyncExternalStore } from "react";
import type { CheckedFinding } from "../../shared/rules/finding.ts";
import { useCanvasStore } from "../canvas/canvasStore.ts";
import { useFindings, useSession } from "../sync/sessionContext.tsx";
import { useNamingStore } from "./namingStore.ts";
import { withoutUnfinished } from "./withoutUnfinished.ts";

/** What the rules say of the map, but for what somebody is just writing. */
export function useStandingFindings(): readonly CheckedFinding[] {
  const findings = useFindings();
  const onCard = useCanvasStore((state) => state.editingName);
  const inField = useNamingStore((state) => state.inField);
  const byOthers = useNamedByOthers();
  return useMemo(() => {
    const ids = new Set([onCard, inField, ...byOthers.split(" ")]);
    return withoutUnfinished(findings, (id) => ids.has(id));
  }, [findings, onCard, inField, byOthers]);
}

/** The ids, in one text: the same as long as nobody goes to another name, however often pointers move. */
function useNamedByOthers(): string {
  const { presence } = useSession();
  return useSyncExternalStore(
    useCallback((listener) => presence.subscribe(listener), [presence]),
    () =>
      presence
        .others()
        .flatMap(({ field }) => (field?.name === "name" ? [field.id] : []))
        .join(" "),
  );
}
