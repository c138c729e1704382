import { type RefObject, useMemo } from "react";
import { Menu, MenuItem, MenuSection, Text } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import type { OutlineRow } from "../../shared/outline/Outline.ts";
import { elementName } from "../panels/inspector/elementName.ts";
import { useCanEdit, useSession, useSnapshot } from "../sync/sessionContext.tsx";
import { classNames } from "../ui/classNames.ts";
import menuStyles from "../ui/Menu.module.css";
import popoverStyles from "../ui/Popover.module.css";
import styles from "./OutlineView.module.css";
import { setMenu } from "./outlineStore.ts";
import { type RowCommand, rowCommands } from "./rowCommands.ts";
import type { ShownOutline } from "./useOutline.ts";

/** What can be done with a row and with what it is about. */
export function RowMenu({
  row,
  shown,
  tree,
  wantFocus,
}: {
  readonly row: OutlineRow;
  readonly shown: ShownOutline;
  readonly tree: RefObject<HTMLElement | null>;
  readonly wantFocus: () => void;
}) {
  const session = useSession();
  const canEdit = useCanEdit();
  const snapshot = useSnapshot();
  const { key, element } = row.node;
  const anchor = useMemo((): RefObject<HTMLElement | null> => {
    const drawn = [...(tree.current?.querySelectorAll<HTMLElement>("[data-row-key]") ?? [])];
    const drawnRow = drawn.find((each) => each.dataset.rowKey === key);
    return { current: drawnRow?.querySelector("button") ?? drawnRow ?? null };
  }, [tree, key]);
  if (element === undefined) return null;
  const groups = rowCommands({ session, canEdit, snapshot, row, shown });
  const close = () => {
    setMenu(undefined);
    wantFocus();
  };
  const run = (command: RowCommand) => {
    close();
    command.run();
  };
  return (
    <Popover
      triggerRef={anchor}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) close();
      }}
      placement="bottom end"
      offset={4}
      className={classNames(popoverStyles.popover)}
    >
      <Menu aria-label={elementName(element)} autoFocus="first" className={classNames(menuStyles.menu)}>
        {groups.map(({ title, commands }) => (
          <MenuSection key={title} aria-label={title} className={classNames(styles.group)}>
            {commands.map((command) => (
              <MenuItem
                key={command.label}
                id={command.label}
                textValue={command.label}
                onAction={() => run(command)}
                className={classNames(menuStyles.item)}
              >
                <Text slot="label" className={classNames(menuStyles.label)}>
                  {command.label}
                </Text>
              </MenuItem>
            ))}
          </MenuSection>
        ))}
      </Menu>
    </Popover>
  );
}
