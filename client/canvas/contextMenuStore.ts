import { create } from "zustand";
import type { Point } from "../../shared/model/field.ts";
import type { ContextMenuKind } from "../actions/Action.ts";

/** A context menu that is open. */
export interface OpenContextMenu {
  readonly kind: ContextMenuKind;
  /** Where it stands, in screen pixels. */
  readonly at: Point;
  /** What it is about on the ground: where somebody has pressed, in map units. Undefined for one opened by keyboard. */
  readonly spot: Point | undefined;
}

interface ContextMenuState {
  readonly open: OpenContextMenu | undefined;
  /** Where on the map the command that is being run was asked for from the menu of the ground: what is added or pasted goes there. */
  readonly spot: Point | undefined;
  readonly screen: Point | undefined;
}

/** The context menu of the canvas. */
export const useContextMenuStore = create<ContextMenuState>()(() => ({
  open: undefined,
  spot: undefined,
  screen: undefined,
}));

/** Opens the context menu. */
export function openContextMenu(open: OpenContextMenu): void {
  useContextMenuStore.setState({ open });
}

/** Closes it. */
export function closeContextMenu(): void {
  useContextMenuStore.setState({ open: undefined });
}

/** Runs a command of the menu; while it starts, `spot` says where on the ground it was asked for. */
export function runFromContextMenu({ kind, at, spot }: OpenContextMenu, run: () => void): void {
  const isGround = kind === "ground";
  useContextMenuStore.setState({
    open: undefined,
    spot: isGround ? spot : undefined,
    screen: isGround ? at : undefined,
  });
  try {
    run();
  } finally {
    useContextMenuStore.setState({ spot: undefined, screen: undefined });
  }
}
