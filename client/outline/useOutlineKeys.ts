import { type KeyboardEvent, type RefObject, useCallback, useRef } from "react";
import type { OutlineRow } from "../../shared/outline/Outline.ts";
import { sectionTitle } from "../../shared/outline/outlineOrder.ts";
import { elementName } from "../panels/inspector/elementName.ts";
import { useCanEdit, useSession } from "../sync/sessionContext.tsx";
import { deleteRow } from "./outlineEdits.ts";
import { setCurrent, setExpanded, setMenu, setRenaming } from "./outlineStore.ts";
import { openBranch, type ShownOutline } from "./useOutline.ts";

const typeAheadPauseMs = 700;

interface OutlineKeys {
  onKeyDown(event: KeyboardEvent): void;
  /** Asks for the focus for the current row, as soon as it is drawn. */
  wantFocus(): void;
  readonly isFocusWanted: RefObject<boolean>;
}

/** The keys of the outline, as of every tree, and those that write. */
export function useOutlineKeys(shown: ShownOutline, pageRows: () => number): OutlineKeys {
  const session = useSession();
  const canEdit = useCanEdit();
  const isFocusWanted = useRef(false);
  const typed = useRef({ text: "", at: 0 });
  const { rows, currentIndex } = shown;
  const row = rows[currentIndex];
  const wantFocus = useCallback(() => {
    isFocusWanted.current = true;
  }, []);

  const goTo = (index: number): boolean => {
    const target = rows[Math.max(0, Math.min(rows.length - 1, index))];
    setCurrent(target?.node.key);
    wantFocus();
    return true;
  };
  const typeAhead = (letter: string): boolean => {
    const now = performance.now();
    const before = now - typed.current.at > typeAheadPauseMs ? "" : typed.current.text;
    typed.current = { text: before + letter.toLowerCase(), at: now };
    const { text } = typed.current;
    const start = before === "" ? currentIndex + 1 : currentIndex;
    for (let step = 0; step < rows.length; step += 1) {
      const index = (start + step) % rows.length;
      if (nameOf(rows[index]).startsWith(text)) return goTo(index);
    }
    return true;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (row === undefined || event.defaultPrevented || event.nativeEvent.isComposing) return;
    const isHandled =
      moves(event, shown, goTo, pageRows) ||
      opens(event, shown, row) ||
      (canEdit && writes(event, row, () => deleteRow(session, row.node, shown))) ||
      (isTyping(event, typed.current.at) === true && typeAhead(event.key));
    if (!isHandled) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { onKeyDown, wantFocus, isFocusWanted };
}

function moves(
  event: KeyboardEvent,
  { rows, currentIndex, ...shown }: ShownOutline,
  goTo: (index: number) => boolean,
  pageRows: () => number,
): boolean {
  if (event.altKey || event.ctrlKey || event.metaKey) return false;
  const row = rows[currentIndex];
  switch (event.key) {
    case "ArrowDown":
      return goTo(currentIndex + 1);
    case "ArrowUp":
      return goTo(currentIndex - 1);
    case "Home":
      return goTo(0);
    case "End":
      return goTo(rows.length - 1);
    case "PageDown":
      return goTo(currentIndex + pageRows());
    case "PageUp":
      return goTo(currentIndex - pageRows());
    case "ArrowRight":
      if (row?.hasChildren !== true) return true;
      if (row.isExpanded) return goTo(currentIndex + 1);
      openBranch({ rows, currentIndex, ...shown }, row.node.key, true);
      return true;
    case "ArrowLeft":
      if (row?.isExpanded === true) openBranch({ rows, currentIndex, ...shown }, row.node.key, false);
      else if (row?.parentKey !== undefined)
        return goTo(rows.findIndex(({ node }) => node.key === row.parentKey));
      return true;
    default:
      return false;
  }
}

/** What opens: all beside the row, its menu, and for those who only read the menu by Enter as well. */
function opens(event: KeyboardEvent, { rows, expanded }: ShownOutline, row: OutlineRow): boolean {
  if (event.key === "*") {
    const beside = rows.filter(({ parentKey, hasChildren }) => parentKey === row.parentKey && hasChildren);
    setExpanded(new Set([...expanded, ...beside.map(({ node }) => node.key)]));
    return true;
  }
  if (row.node.element === undefined) return false;
  if (event.key !== "ContextMenu" && !(event.key === "F10" && event.shiftKey) && event.key !== "Insert")
    return false;
  setMenu(row.node.key);
  return true;
}

function writes(event: KeyboardEvent, { node }: OutlineRow, remove: () => void): boolean {
  if (node.element === undefined || event.ctrlKey || event.metaKey || event.altKey) return false;
  if (event.key === "Enter" || event.key === "F2") setRenaming(node.key);
  else if (event.key === "Delete") remove();
  else return false;
  return true;
}

function isTyping(event: KeyboardEvent, typedAt: number): boolean {
  if ([...event.key].length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return false;
  return event.key !== " " || performance.now() - typedAt < typeAheadPauseMs;
}

function nameOf(row: OutlineRow | undefined): string {
  const node = row?.node;
  if (node === undefined) return "";
  return (node.element === undefined ? sectionTitle(node.section) : elementName(node.element)).toLowerCase();
}
