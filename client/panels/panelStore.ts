import { create } from "zustand";
import { useFindingsView } from "../findings/findingsViewStore.ts";
import { deviceStorage } from "../sync/webStorage.ts";
import { NARROW_WINDOW } from "../ui/narrowWindow.ts";

export const PANEL_TABS = ["findings", "inspector", "history"] as const;
export type PanelTab = (typeof PANEL_TABS)[number];

interface PanelState {
  readonly tab: PanelTab;
  readonly collapsed: boolean;
  /** Whether it was folded away for want of room, and opens again when there is room. */
  readonly collapsedByRoom: boolean;
  /** Whether the inspector has come up by itself, for something that was selected on the map. */
  readonly followsSelection: boolean;
  /** Key of the finding that the list shall bring into view and focus next; taken away once that is done. */
  readonly wantedFinding: string | undefined;
  /** Whether the inspector shall give the focus to its heading once it shows something else: what had the focus is gone then. */
  readonly inspectorWantsFocus: boolean;
  /** Titles of the inspector's groups that this person has folded away. Kept on this device. */
  readonly foldedGroups: readonly string[];
  /** What was said last to those who listen, and a number that makes saying the same twice two messages. */
  readonly said: { readonly text: string; readonly count: number };
}

const startsNarrow = typeof matchMedia === "function" && matchMedia(NARROW_WINDOW).matches;

const FOLDED_KEY = "plumbline.foldedGroups";
const FOLDED_AT_FIRST = ["More"];

/** What is local to this tab about the side panel. */
export const usePanelStore = create<PanelState>()(() => ({
  tab: "findings",
  collapsed: startsNarrow,
  collapsedByRoom: startsNarrow,
  followsSelection: false,
  wantedFinding: undefined,
  inspectorWantsFocus: false,
  foldedGroups: readFolded(),
  said: { text: "", count: 0 },
}));

const { getState, setState } = usePanelStore;

/** Opens the panel at a tab, as somebody has asked for it. */
export function showTab(tab: PanelTab): void {
  setState({ tab, collapsed: false, collapsedByRoom: false, followsSelection: false });
}

/** Folds the panel away, or opens it. */
export function setCollapsed(collapsed: boolean): void {
  setState({ collapsed, collapsedByRoom: false });
}

/** Folds the panel away when the window has become narrow, and opens it again once there is room. */
export function fitPanelToWindow(isNarrow: boolean): void {
  const { collapsed, collapsedByRoom } = getState();
  if (isNarrow && !collapsed) setState({ collapsed: true, collapsedByRoom: true });
  if (!isNarrow && collapsedByRoom) setState({ collapsed: false, collapsedByRoom: false });
}

/**
 * Brings the inspector up for what has been selected on the map, without opening a panel that is folded away. A list of the findings
 * about what is selected stays: it follows the selection itself.
 */
export function followSelection(): void {
  if (useFindingsView.getState().view.about === "selection") return;
  if (getState().tab === "findings") setState({ tab: "inspector", followsSelection: true });
}

/** Goes back to the findings once nothing is selected, if the inspector had come up by itself. */
export function stopFollowingSelection(): void {
  if (getState().followsSelection) setState({ tab: "findings", followsSelection: false });
}

/** Opens the findings and moves the focus to one of them. */
export function showFinding(key: string): void {
  showTab("findings");
  setState({ wantedFinding: key });
}

/** Says that the wanted finding has got the focus. */
export function findingShown(): void {
  setState({ wantedFinding: undefined });
}

/** Asks the inspector to give its heading the focus when it shows something else. */
export function wantInspectorFocus(): void {
  setState({ inspectorWantsFocus: true });
}

/** Says that the heading of the inspector has got the focus. */
export function inspectorFocused(): void {
  setState({ inspectorWantsFocus: false });
}

/** Folds a group of the inspector away, or opens it. */
export function setGroupFolded(title: string, folded: boolean): void {
  setState(({ foldedGroups }) => {
    if (foldedGroups.includes(title) === folded) return {};
    const next = folded ? [...foldedGroups, title] : foldedGroups.filter((other) => other !== title);
    deviceStorage.set(FOLDED_KEY, JSON.stringify(next));
    return { foldedGroups: next };
  });
}

function readFolded(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(deviceStorage.get(FOLDED_KEY) ?? "null");
    return Array.isArray(kept) ? kept.filter((title) => typeof title === "string") : FOLDED_AT_FIRST;
  } catch {
    return FOLDED_AT_FIRST;
  }
}

/** Says something to people who use a screen reader, once what they are hearing now has ended. */
export function announce(text: string): void {
  setState(({ said }) => ({ said: { text, count: said.count + 1 } }));
}
