import type { ReactElement, ReactNode } from "react";
import { Menu, MenuItem, MenuTrigger, Text } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { classNames } from "./classNames.ts";
import styles from "./Menu.module.css";
import popoverStyles from "./Popover.module.css";

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly icon?: ReactNode;
  readonly isDisabled?: boolean;
  readonly onAction: () => void;
}

/** A button that opens a menu. */
export function MenuButton({
  button,
  label,
  entries,
}: {
  /** The button that opens it. */
  readonly button: ReactElement;
  /** What the menu is called when it is read aloud. */
  readonly label: string;
  /** What it offers; as a function where that takes work, which is then done only while the menu is open. */
  readonly entries: readonly MenuEntry[] | (() => readonly MenuEntry[]);
}) {
  return (
    <MenuTrigger>
      {button}
      <Popover className={classNames(popoverStyles.popover)} offset={6}>
        <MenuOf label={label} entries={entries} />
      </Popover>
    </MenuTrigger>
  );
}

function MenuOf({ label, entries }: Pick<Parameters<typeof MenuButton>[0], "label" | "entries">) {
  const listed = typeof entries === "function" ? entries() : entries;
  return (
    <Menu aria-label={label} className={classNames(styles.menu)}>
      {listed.map((entry) => (
        <MenuItem
          key={entry.id}
          id={entry.id}
          textValue={entry.label}
          isDisabled={entry.isDisabled ?? false}
          onAction={entry.onAction}
          className={classNames(styles.item)}
        >
          {entry.icon}
          <Text slot="label" className={classNames(styles.label)}>
            {entry.label}
          </Text>
          {entry.description !== undefined && (
            <Text slot="description" className={classNames(styles.description)}>
              {entry.description}
            </Text>
          )}
        </MenuItem>
      ))}
    </Menu>
  );
}
