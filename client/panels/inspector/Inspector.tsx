import { useEffect, useMemo, useRef } from "react";
import { useCanvasStore } from "../../canvas/canvasStore.ts";
import { useOfSnapshot } from "../../sync/sessionContext.tsx";
import { ElementInspector } from "./ElementInspector.tsx";
import styles from "./Inspector.module.css";
import { KeptDraftsNotice } from "./KeptDraftsNotice.tsx";
import { MapDetails } from "./MapDetails.tsx";
import { RelationInspector } from "./RelationInspector.tsx";
import { SeveralInspector } from "./SeveralInspector.tsx";

/** Everything about what is selected: an element, a connection, several of them, or else the map itself. */
export function Inspector() {
  const selection = useCanvasStore((state) => state.selection);
  const shown = useOfSnapshot(({ elementById, relationById }) =>
    JSON.stringify(selection.filter((id) => elementById.has(id) || relationById.has(id))),
  );
  const ids = useMemo(() => JSON.parse(shown) as readonly string[], [shown]);
  const panel = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown is another then, and read from its beginning.
  useEffect(() => {
    panel.current?.closest("[role=tabpanel]")?.scrollTo(0, 0);
  }, [shown]);
  return (
    <div ref={panel} className={styles.inspector}>
      <KeptDraftsNotice shownId={ids.length === 1 ? ids[0] : undefined} />
      <Selected ids={ids} />
    </div>
  );
}

function Selected({ ids }: { readonly ids: readonly string[] }) {
  const [id = ""] = ids;
  const element = useOfSnapshot(({ elementById }) => elementById.get(id));
  const relation = useOfSnapshot(({ relationById }) => relationById.get(id));
  if (ids.length > 1) return <SeveralInspector key={ids.join(" ")} ids={ids} />;
  if (element !== undefined) return <ElementInspector key={id} element={element} />;
  return relation === undefined ? <MapDetails /> : <RelationInspector key={id} relation={relation} />;
}
