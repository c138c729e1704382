import type { Action } from "../actions/Action.ts";
import { actions } from "../actions/actions.ts";
import { shortcutText } from "../actions/shortcut.ts";
import { listedItems } from "../palette/paletteItems.ts";
import { useCanEdit, useSnapshot } from "../sync/sessionContext.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { showShortcuts, useCanvasStore } from "./canvasStore.ts";
import { isMac } from "./platform.ts";
import styles from "./ShortcutsSheet.module.css";

interface Row {
  readonly label: string;
  readonly keys: readonly string[];
}

const GROUPS: readonly Action["group"][] = ["Edit", "Move and connect", "View", "Help"];

const WITHOUT_ACTION: Partial<Record<Action["group"], { editor: readonly Row[]; all: readonly Row[] }>> = {
  "Move and connect": {
    editor: [
      { label: "Move what is selected", keys: ["Arrows"] },
      { label: "Move it further", keys: ["Shift+Arrows"] },
    ],
    all: [],
  },
  View: { editor: [], all: [{ label: "Move the view, with nothing selected", keys: ["Arrows"] }] },
};

/** The sheet of shortcuts, and how the pointer does the same. */
export function ShortcutsSheet() {
  const isOpen = useCanvasStore((state) => state.shortcutsOpen);
  return (
    <Dialog title="Shortcuts" isOpen={isOpen} onClose={() => showShortcuts(false)} width="wide">
      {isOpen && <Sheet />}
    </Dialog>
  );
}

function Sheet() {
  const canEdit = useCanEdit();
  const { regime } = useSnapshot().map;
  const adding = listedItems("", regime)
    .filter(({ key }) => key !== undefined)
    .map(({ label, key }) => ({ label, keys: [key ?? ""] }));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and has nothing else that the keyboard could scroll it by
    <section aria-label="List of shortcuts" tabIndex={0} className={styles.sheet}>
      {GROUPS.map((group) => (
        <Section key={group} title={group} rows={rowsOf(group, canEdit)} />
      ))}
      {canEdit && <Section title="Add: the key, then click or Enter" rows={adding} />}
      <section className={styles.section}>
        <h3 className={styles.title}>With the pointer</h3>
        <ul className={styles.hints}>
          <li>Drag the ground to move the view; turn the wheel, or pinch, to zoom.</li>
          <li>Drag with Shift over the ground to select several cards; click with Shift to add one.</li>
          {canEdit && <li>Drag from a dot at the edge of a card to another card to connect them.</li>}
          {canEdit && <li>Double-click the ground to add a card, a card to rename it.</li>}
        </ul>
      </section>
    </section>
  );
}

function Section({ title, rows }: { readonly title: string; readonly rows: readonly Row[] }) {
  if (rows.length === 0) return null;
  return (
    <section className={styles.section}>
      <h3 className={styles.title}>{title}</h3>
      <dl className={styles.rows}>
        {rows.map(({ label, keys }) => (
          <div key={label} className={styles.row}>
            <dt>{label}</dt>
            <dd className={styles.keys}>
              {keys.map((key) => (
                <kbd key={key} className={styles.key}>
                  {shortcutText(key, isMac())}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function rowsOf(group: Action["group"], canEdit: boolean): readonly Row[] {
  const extra = WITHOUT_ACTION[group];
  return [
    ...(extra?.all ?? []),
    ...(canEdit ? (extra?.editor ?? []) : []),
    ...actions
      .filter((action) => action.group === group && (canEdit || !action.writes))
      .map(({ label, shortcuts }) => ({ label, keys: shortcuts })),
  ];
}
