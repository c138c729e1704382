import { FileUp, Landmark, Shapes } from "lucide-react";
import { useCanEdit, useSnapshot } from "../sync/sessionContext.tsx";
import { useCanvasStore } from "./canvasStore.ts";
import styles from "./EmptyMap.module.css";

const EXAMPLES = [
  { key: "L", adds: "a local authority" },
  { key: "F", adds: "a foundation trust" },
  { key: "K", adds: "a contract" },
];

const OTHER_WAYS = [
  { href: "/library?theme=templates", label: "Start from a contract model", Icon: Shapes },
  { href: "/library", label: "Open a real system", Icon: Landmark },
  { href: "/#map-file", label: "Open a map file", Icon: FileUp },
];

/** What can be done with a map on which nothing has been drawn. It lets presses through to the ground. */
export function EmptyMap() {
  const isEmpty = useSnapshot().map.elements.length === 0;
  const isPlacing = useCanvasStore((state) => state.placing !== undefined);
  const canEdit = useCanEdit();
  if (!isEmpty || isPlacing) return null;
  return (
    <div className={styles.holder}>
      {canEdit ? (
        <HowToBegin />
      ) : (
        <p className={styles.lead}>Nothing has been drawn yet. What others draw appears here at once.</p>
      )}
    </div>
  );
}

function HowToBegin() {
  return (
    <>
      <h2 className={styles.title}>This map is empty. Start drawing:</h2>
      <ul className={styles.ways}>
        <li>Double-click the ground and type a name.</li>
        <li>
          Press a key and click:{" "}
          {EXAMPLES.map(({ key, adds }, index) => (
            <span key={key}>
              {index > 0 && ", "}
              <kbd className={styles.key}>{key}</kbd> {adds}
            </span>
          ))}
          . <kbd className={styles.key}>?</kbd> lists them all.
        </li>
        <li>Drag a kind from the palette at the left.</li>
      </ul>
      <p className={styles.lead}>Or begin another map:</p>
      <ul className={styles.links}>
        {OTHER_WAYS.map(({ href, label, Icon }) => (
          <li key={href}>
            <a href={href} className={styles.link}>
              <Icon aria-hidden className={styles.icon} />
              {label}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
