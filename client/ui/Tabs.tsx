import { type KeyboardEvent, type ReactNode, useId } from "react";
import { classNames } from "./classNames.ts";
import styles from "./Tabs.module.css";

export interface TabEntry {
  readonly id: string;
  readonly label: ReactNode;
  readonly content: ReactNode;
}

/**
 * Tabs over one panel. Which one is open is the caller's: `selected` and `onSelect`. The arrow keys, Home and End move along the row.
 *
 * Not those of React Aria: theirs look through the whole panel for something to tab to whenever anything in it changes, which takes
 * seconds on a list of hundreds of findings.
 */
export function Tabs({
  label,
  tabs,
  selected,
  onSelect,
  className,
}: {
  /** What the row of tabs is called when it is read aloud. */
  readonly label: string;
  readonly tabs: readonly TabEntry[];
  readonly selected: string;
  readonly onSelect: (id: string) => void;
  readonly className?: string | undefined;
}) {
  const baseId = useId();
  const idOf = (part: "tab" | "panel", { id }: TabEntry) => `${baseId}-${part}-${id}`;
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const at = tabs.findIndex(({ id }) => id === selected);
    const next = tabs[placeAfter(event.key, at, tabs.length) ?? -1];
    if (next === undefined) return;
    event.preventDefault();
    onSelect(next.id);
    document.getElementById(idOf("tab", next))?.focus();
  };
  const open = tabs.find(({ id }) => id === selected);
  return (
    <div className={classNames(styles.tabs, className)}>
      <div role="tablist" aria-label={label} className={styles.list}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            id={idOf("tab", tab)}
            type="button"
            role="tab"
            className={styles.tab}
            aria-selected={tab === open}
            aria-controls={tab === open ? idOf("panel", tab) : undefined}
            tabIndex={tab === open ? 0 : -1}
            onClick={() => onSelect(tab.id)}
            onKeyDown={move}
          >
            {tab.label}
          </button>
        ))}
      </div>
      {open !== undefined && (
        <div
          key={open.id}
          id={idOf("panel", open)}
          role="tabpanel"
          aria-labelledby={idOf("tab", open)}
          className={styles.panel}
        >
          {open.content}
        </div>
      )}
    </div>
  );
}

/** The place that a key leads to, going round at the ends; undefined where it leads nowhere. */
function placeAfter(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case "ArrowRight":
      return (at + 1) % count;
    case "ArrowLeft":
      return (at - 1 + count) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
}
