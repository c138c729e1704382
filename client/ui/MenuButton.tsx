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
  readonly entries: readonly MenuEntry[];
}) {
  return (
    <MenuTrigger>
      {button}
      <Popover className={classNames(popoverStyles.popover)} offset={6}>
        <Menu aria-label={label} className={classNames(styles.menu)}>
          {entries.map((entry) => (
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
      </Popover>
    </MenuTrigger>
  );
}
