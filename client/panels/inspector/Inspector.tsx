import { useEffect, useRef } from "react";
import { useCanvasStore } from "../../canvas/canvasStore.ts";
import { useSnapshot } from "../../sync/sessionContext.tsx";
import { ElementInspector } from "./ElementInspector.tsx";
import styles from "./Inspector.module.css";
import { KeptDraftsNotice } from "./KeptDraftsNotice.tsx";
import { MapDetails } from "./MapDetails.tsx";
import { RelationInspector } from "./RelationInspector.tsx";
import { SeveralInspector } from "./SeveralInspector.tsx";

/** Everything about what is selected: an element, a connection, several of them, or else the map itself. */
export function Inspector() {
  const { elementById, relationById } = useSnapshot();
  const selection = useCanvasStore((state) => state.selection);
  const ids = selection.filter((id) => elementById.has(id) || relationById.has(id));
  const panel = useRef<HTMLDivElement>(null);
  const shown = ids.join(" ");
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
  const { elementById, relationById } = useSnapshot();
  const [id] = ids;
  if (id === undefined) return <MapDetails />;
  if (ids.length > 1) return <SeveralInspector key={ids.join(" ")} ids={ids} />;
  const element = elementById.get(id);
  if (element !== undefined) return <ElementInspector key={id} element={element} />;
  const relation = relationById.get(id);
  return relation === undefined ? <MapDetails /> : <RelationInspector key={id} relation={relation} />;
}
