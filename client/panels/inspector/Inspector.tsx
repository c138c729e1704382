import { useCanvasStore } from "../../canvas/canvasStore.ts";
import { useSnapshot } from "../../sync/sessionContext.tsx";
import { ElementInspector } from "./ElementInspector.tsx";
import styles from "./Inspector.module.css";
import { MapDetails } from "./MapDetails.tsx";
import { RelationInspector } from "./RelationInspector.tsx";
import { SeveralInspector } from "./SeveralInspector.tsx";

/** Everything about what is selected: an element, a connection, several of them, or else the map itself. */
export function Inspector() {
  return (
    <div className={styles.inspector}>
      <Selected />
    </div>
  );
}

function Selected() {
  const { elementById, relationById } = useSnapshot();
  const selection = useCanvasStore((state) => state.selection);
  const ids = selection.filter((id) => elementById.has(id) || relationById.has(id));
  const [id] = ids;
  if (id === undefined) return <MapDetails />;
  if (ids.length > 1) return <SeveralInspector ids={ids} />;
  const element = elementById.get(id);
  if (element !== undefined) return <ElementInspector key={id} element={element} />;
  const relation = relationById.get(id);
  return relation === undefined ? <MapDetails /> : <RelationInspector key={id} relation={relation} />;
}
