import { ClipboardPaste, FileDown, Landmark, Shapes } from "lucide-react";
import { useId } from "react";
import { openPasteDialog } from "../clipboard/pasteStore.ts";
import { useCanEdit, useOfSnapshot, useSession } from "../sync/sessionContext.tsx";
import { useCanvasStore } from "./canvasStore.ts";
import styles from "./EmptyMap.module.css";

const EXAMPLES = [
  { key: "L", adds: "a local authority" },
  { key: "F", adds: "a foundation trust" },
  { key: "K", adds: "a contract" },
];

/** What can be done with a map on which nothing has been drawn. It lets presses through to the ground. */
export function EmptyMap() {
  const isEmpty = useOfSnapshot(({ map }) => map.elements.length === 0);
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
  const session = useSession();
  const chooseFile = async () => (await import("../clipboard/chooseFile.ts")).chooseFile(session);
  return (
    <div className={styles.begin}>
      <h2 className={styles.title}>This map is empty</h2>
      <section className={styles.part}>
        <h3 className={styles.heading}>Just start drawing</h3>
        <ul className={styles.ways}>
          <li>Double-click the ground and type a name.</li>
          <li>
            Press a key and click:{" "}
            {EXAMPLES.map(({ key, adds }, index) => (
              <span key={key}>
                <kbd className={styles.key}>{key}</kbd> {adds}
                {index < EXAMPLES.length - 1 ? ", " : ". "}
              </span>
            ))}
            <span>
              <kbd className={styles.key}>?</kbd> lists them all.
            </span>
          </li>
          <li>Drag a kind from the palette.</li>
        </ul>
      </section>
      <section className={styles.part}>
        <h3 className={styles.heading}>Bring in what you have</h3>
        <ul className={styles.tiles}>
          <li>
            <Tile
              title="Paste a list or table"
              hint="Names, contracts or money, out of Excel or Word: each row becomes a card."
              Icon={ClipboardPaste}
              onPress={() => openPasteDialog({ text: undefined })}
            />
          </li>
          <li>
            <Tile
              title="Import a file"
              hint="A map file or a CSV file. You may also drop it here."
              Icon={FileDown}
              onPress={() => void chooseFile()}
            />
          </li>
        </ul>
      </section>
      <section className={styles.part}>
        <h3 className={styles.heading}>Or begin another map</h3>
        <ul className={styles.tiles}>
          <li>
            <Tile
              title="Start from a contract model"
              hint="Alliance, prime contract, pooled budget and others, ready to fill in."
              Icon={Shapes}
              href="/library?theme=templates"
            />
          </li>
          <li>
            <Tile
              title="Open a real system"
              hint="Cambridgeshire, Salford, Canterbury and others, as they were published."
              Icon={Landmark}
              href="/library"
            />
          </li>
        </ul>
      </section>
    </div>
  );
}

interface TileProps {
  readonly title: string;
  readonly hint: string;
  readonly Icon: typeof Shapes;
  /** Where it leads, or else what it does. */
  readonly href?: string;
  readonly onPress?: () => void;
}

function Tile({ title, hint, Icon, href, onPress }: TileProps) {
  const [titleId, hintId] = [useId(), useId()];
  const inside = (
    <>
      <Icon aria-hidden className={styles.icon} />
      <span className={styles.words}>
        <span id={titleId} className={styles.tileTitle}>
          {title}
        </span>
        <span id={hintId} className={styles.hint}>
          {hint}
        </span>
      </span>
    </>
  );
  const named = { "aria-labelledby": titleId, "aria-describedby": hintId, className: styles.tile };
  return href === undefined ? (
    <button type="button" {...named} onClick={onPress}>
      {inside}
    </button>
  ) : (
    <a href={href} {...named}>
      {inside}
    </a>
  );
}
