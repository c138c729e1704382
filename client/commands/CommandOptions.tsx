import { useEffect, useRef } from "react";
import { shortcutText } from "../actions/shortcut.ts";
import { isMac } from "../canvas/platform.ts";
import { classNames } from "../ui/classNames.ts";
import type { Command } from "./Command.ts";
import styles from "./CommandDialog.module.css";
import type { CommandSearch } from "./useCommandSearch.ts";

/** What the search of commands has found, under headings. The focus stays in the search; the option that Enter runs is marked. */
export function CommandOptions({ search }: { readonly search: CommandSearch }) {
  const { sections, listId, active } = search;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active === undefined) return;
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    <div ref={list} role="listbox" id={listId} aria-label="Commands" className={styles.list} tabIndex={-1}>
      {sections.map(({ title, commands }) => (
        // biome-ignore lint/a11y/useSemanticElements: a group within a list box is no fieldset
        <div key={title} role="group" aria-label={title} className={styles.section}>
          <div className={styles.title} aria-hidden>
            {title}
          </div>
          {commands.map((command) => (
            <Option key={command.id} command={command} search={search} />
          ))}
        </div>
      ))}
      {sections.length === 0 && <p className={styles.nothing}>Nothing is called that. Try another word.</p>}
    </div>
  );
}

function Option({ command, search }: { readonly command: Command; readonly search: CommandSearch }) {
  const { id, title, detail, shortcut, whyNot } = command;
  const isActive = search.active === id;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: keys go to the search above, which names this option as the active one
    <div
      role="option"
      id={search.optionId(id)}
      aria-selected={isActive}
      aria-disabled={whyNot === undefined ? undefined : true}
      className={classNames(styles.option, isActive && styles.active)}
      onPointerMove={() => {
        if (!isActive) search.setActive(id);
      }}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => search.run(command)}
    >
      <span className={styles.name}>{title}</span>
      <span className={styles.detail}>{whyNot ?? detail}</span>
      {shortcut !== undefined && whyNot === undefined && (
        <kbd className={styles.key}>{shortcutText(shortcut, isMac())}</kbd>
      )}
    </div>
  );
}
