import { useReactFlow } from "@xyflow/react";
import { Fragment, type ReactNode, useEffect, useRef } from "react";
import { Keyboard, Menu, MenuItem, Separator, Text } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { ACTION_GROUPS, type Action, type ContextMenuKind, runAction } from "../actions/Action.ts";
import { actions } from "../actions/actions.ts";
import { deleteSelection } from "../actions/deleteSelection.ts";
import { shortcutText } from "../actions/shortcut.ts";
import { openCommands } from "../commands/commandStore.ts";
import type { MapSession } from "../sync/MapSession.ts";
import { useCanEdit, useSession } from "../sync/sessionContext.tsx";
import { classNames } from "../ui/classNames.ts";
import menuStyles from "../ui/Menu.module.css";
import popoverStyles from "../ui/Popover.module.css";
import styles from "./ContextMenu.module.css";
import { select, useCanvasStore } from "./canvasStore.ts";
import { chooseOnMap } from "./chooseOnMap.ts";
import {
  closeContextMenu,
  type OpenContextMenu,
  openContextMenu,
  runFromContextMenu,
  useContextMenuStore,
} from "./contextMenuStore.ts";
import { kindOf } from "./openMenuOfTargets.ts";
import { isMac } from "./platform.ts";

const MENU_NAMES: Readonly<Record<ContextMenuKind, string>> = {
  card: "Card",
  connection: "Connection",
  several: "What is selected",
  ground: "Map",
};

/** With the widest menu and the gaps around it. */
const ROOM_BESIDE_PX = 368;

/** Beside the point a menu moves up where there is no room below; on a screen too narrow for that it stands below or above. */
function placementAt(x: number): "right top" | "bottom start" {
  return Math.max(x, innerWidth - x) >= ROOM_BESIDE_PX ? "right top" : "bottom start";
}

/** The menu that a right click, a long press, Shift+F10 or the Menu key opens: of a card, a connection, several of them or the ground. */
export function ContextMenu() {
  const open = useContextMenuStore((state) => state.open);
  const anchor = useRef<HTMLSpanElement>(null);
  useOpenOnRightClick();
  return (
    <>
      <span
        ref={anchor}
        className={styles.anchor}
        style={open === undefined ? {} : { left: `${open.at.x}px`, top: `${open.at.y}px` }}
      />
      {open !== undefined && (
        <Popover
          key={`${open.at.x} ${open.at.y}`}
          triggerRef={anchor}
          isOpen
          onOpenChange={(isOpen) => {
            if (!isOpen) closeContextMenu();
          }}
          placement={placementAt(open.at.x)}
          offset={2}
          className={classNames(popoverStyles.popover, styles.popover)}
        >
          <Entries open={open} />
        </Popover>
      )}
    </>
  );
}

/**
 * Only what can be done now: a menu is short, and all commands say why another cannot run. What deletes stands last: the first
 * entry has the focus.
 */
function Entries({ open }: { readonly open: OpenContextMenu }) {
  const session = useSession();
  const canEdit = useCanEdit();
  const offered = actions.filter(
    (action) =>
      action.menus?.includes(open.kind) === true && (canEdit || !action.writes) && action.enabled(session),
  );
  const groups = ACTION_GROUPS.map((group) =>
    offered.filter((action) => action.group === group && action !== deleteSelection),
  ).filter((group) => group.length > 0);
  return (
    <Menu
      aria-label={MENU_NAMES[open.kind]}
      autoFocus="first"
      className={classNames(menuStyles.menu, styles.menu)}
      onAction={(key) => {
        const action = actions.find(({ id }) => id === key);
        runFromContextMenu(open, () => {
          if (action === undefined) openCommands();
          else runAction(action, session);
        });
      }}
    >
      {groups.map((group) => (
        <Fragment key={group[0]?.group}>
          {group.map((action) => entry(action, session))}
          <Separator className={classNames(styles.separator)} />
        </Fragment>
      ))}
      <MenuItem
        id="all-commands"
        textValue="All commands"
        className={classNames(menuStyles.item, styles.item)}
      >
        <Text slot="label" className={classNames(styles.label)}>
          All commands…
        </Text>
        <Keyboard className={classNames(styles.keys)}>{shortcutText("Mod+K", isMac())}</Keyboard>
      </MenuItem>
      {offered.includes(deleteSelection) && (
        <>
          <Separator className={classNames(styles.separator)} />
          {entry(deleteSelection, session)}
        </>
      )}
    </Menu>
  );
}

function entry(action: Action, session: MapSession): ReactNode {
  const label = action.labelNow?.(session) ?? action.label;
  const [shortcut] = action.shortcuts;
  return (
    <MenuItem
      key={action.id}
      id={action.id}
      textValue={label}
      className={classNames(menuStyles.item, styles.item)}
    >
      <Text slot="label" className={classNames(styles.label)}>
        {label}
      </Text>
      {shortcut !== undefined && (
        <Keyboard className={classNames(styles.keys)}>{shortcutText(shortcut, isMac())}</Keyboard>
      )}
    </MenuItem>
  );
}

/** The browser's own menu stays in text fields, and outside the drawing. */
function useOpenOnRightClick(): void {
  const session = useSession();
  const { screenToFlowPosition } = useReactFlow();
  useEffect(() => {
    const onContextMenu = (event: MouseEvent) => {
      const { target } = event;
      if (!(target instanceof Element)) return;
      // The Menu key would open the browser's menu over this one when it is let go.
      if (target.closest("[role=menu]") !== null) event.preventDefault();
      if (target.closest(".react-flow") === null) return;
      if (target.closest("input, textarea, [contenteditable]") !== null) return;
      event.preventDefault();
      const at = { x: event.clientX, y: event.clientY };
      selectUnder(target);
      const { selection } = useCanvasStore.getState();
      const kind = idUnder(target) === undefined ? "ground" : kindOf(session, selection);
      openContextMenu({ kind, at, spot: screenToFlowPosition(at, { snapToGrid: false }) });
    };
    document.addEventListener("contextmenu", onContextMenu);
    return () => document.removeEventListener("contextmenu", onContextMenu);
  }, [session, screenToFlowPosition]);
}

/** What the menu is about is selected: what is pressed, or all that is selected where that is part of it. */
function selectUnder(target: Element): void {
  const id = idUnder(target);
  if (id === undefined) select([]);
  else if (!useCanvasStore.getState().selection.includes(id)) chooseOnMap(id, false);
}

function idUnder(target: Element): string | undefined {
  const drawn = target.closest<HTMLElement | SVGElement>("[data-relation], .react-flow__node");
  return drawn?.dataset.relation ?? drawn?.dataset.id;
}
