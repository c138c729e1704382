import { useState } from "react";
import { ACTION_GROUPS, type Action } from "../actions/Action.ts";
import { actions } from "../actions/actions.ts";
import { shortcutText } from "../actions/shortcut.ts";
import { plainText } from "../commands/matchScore.ts";
import { listedItems } from "../palette/paletteItems.ts";
import { useCanEdit, useSnapshot } from "../sync/sessionContext.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { TextField } from "../ui/TextField.tsx";
import { showShortcuts, useCanvasStore } from "./canvasStore.ts";
import { isMac } from "./platform.ts";
import styles from "./ShortcutsSheet.module.css";

interface Row {
  readonly label: string;
  /** Other words by which the row is found. */
  readonly keywords?: string | undefined;
  readonly keys: readonly string[];
}

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

const POINTER_HINTS = {
  all: [
    "Drag the ground to move the view; turn the wheel, or pinch, to zoom.",
    "Drag with Shift over the ground to select several cards; click with Shift to add one.",
    "Click with the right button, or press long, for the menu of what is there.",
  ],
  editor: [
    "Drag from a dot at the edge of a card to another card to connect them; let go over the ground to add a card there.",
    "Double-click the ground to add a card, a card to rename it.",
    "With a finger: drag a card to move it, the ground to move the view; two fingers zoom anywhere.",
    "Drag a kind from the palette with the mouse, a pen, or a finger that goes sideways.",
  ],
} as const;

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
  const [search, setSearch] = useState("");
  const words = plainText(search).split(" ").filter(Boolean);
  const fits = (text: string) => words.every((word) => plainText(text).includes(word));
  const adding = listedItems(regime)
    .filter(({ key }) => key !== undefined)
    .map(({ label, alsoCalled, key }) => ({ label, keywords: `add ${alsoCalled ?? ""}`, keys: [key ?? ""] }));
  const sections = [
    ...ACTION_GROUPS.map((group) => ({ title: group as string, rows: rowsOf(group, canEdit) })),
    ...(canEdit ? [{ title: "Add: the key, then click or Enter", rows: adding }] : []),
  ].map(({ title, rows }) => ({
    title,
    rows: rows.filter(({ label, keywords, keys }) =>
      fits(`${label} ${keywords ?? ""} ${keys.join(" ")} ${title}`),
    ),
  }));
  const hints = [...POINTER_HINTS.all, ...(canEdit ? POINTER_HINTS.editor : [])].filter(fits);
  const isEmpty = hints.length === 0 && sections.every(({ rows }) => rows.length === 0);
  return (
    <>
      <TextField
        label="Search shortcuts"
        type="search"
        autoFocus
        value={search}
        onChange={setSearch}
        className={styles.search}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and has nothing else that the keyboard could scroll it by */}
      <section aria-label="List of shortcuts" tabIndex={0} className={styles.sheet}>
        <div className={styles.columns}>
          {sections.map(({ title, rows }) => (
            <Section key={title} title={title} rows={rows} />
          ))}
          {hints.length > 0 && (
            <section className={styles.section}>
              <h3 className={styles.title}>With the mouse, a finger or a pen</h3>
              <ul className={styles.hints}>
                {hints.map((hint) => (
                  <li key={hint}>{hint}</li>
                ))}
              </ul>
            </section>
          )}
        </div>
        {isEmpty && (
          <p>No shortcut is called that. {shortcutText("Mod+K", isMac())} searches all commands.</p>
        )}
      </section>
    </>
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
              {inShort(keys).map((key) => (
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

/** The four arrows with the same keys beside them are one: "Ctrl+Arrows". */
function inShort(keys: readonly string[]): readonly string[] {
  const withArrow = keys.filter((key) => /Arrow(Left|Right|Up|Down)$/.test(key));
  if (withArrow.length < 4) return keys;
  return [...new Set(keys.map((key) => key.replace(/Arrow(Left|Right|Up|Down)$/, "Arrows")))];
}

function rowsOf(group: Action["group"], canEdit: boolean): readonly Row[] {
  const extra = WITHOUT_ACTION[group];
  return [
    ...(extra?.all ?? []),
    ...(canEdit ? (extra?.editor ?? []) : []),
    ...actions
      .filter(
        ({ group: own, shortcuts, writes }) => own === group && shortcuts.length > 0 && (canEdit || !writes),
      )
      .map(({ label, keywords, shortcuts }) => ({ label, keywords, keys: shortcuts })),
  ];
}
