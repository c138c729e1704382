import { create } from "zustand";
import type { RelationType } from "../../shared/model/relation.ts";
import { LAYERS, type Layer } from "../../shared/view/layers.ts";

/** What moves the visible part of the map; the canvas registers itself as one while it is on screen. */
export interface Viewport {
  /** Pans, and zooms out where it must, until the elements and relations with these ids are in view. */
  bringIntoView(ids: readonly string[]): void;
  fit(): void;
  zoomIn(): void;
  zoomOut(): void;
  /** Moves what is visible by a distance in screen pixels. */
  panBy(dxPx: number, dyPx: number): void;
  /**
   * Something above the canvas has taken so many pixels of its height: a map that was whole in view is whole in view again, of
   * another the middle stays. Returns the way to give them back.
   */
  giveHeight(px: number): () => void;
  /** Shows a part of the map, in map units, as large as there is room. Unlike all others it does not end the following of somebody. */
  showArea(area: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }): void;
  /** The middle of what is visible, in map units. */
  centre(): { readonly x: number; readonly y: number };
}

/**
 * `off`: nothing is being connected. `ends`: the person picks one or both ends from lists, for any kind of connection or
 * for one. `choice`: both ends are known, and the kind is asked for beside the point `at` (screen pixels).
 */
export type Connecting =
  | { readonly step: "off" }
  | { readonly step: "ends"; readonly from: string | undefined; readonly type: RelationType | undefined }
  | {
      readonly step: "choice";
      readonly from: string;
      readonly to: string;
      readonly at: { readonly x: number; readonly y: number };
    };

export interface CanvasState {
  /** Ids of the selected elements and relations, in the order in which they were selected. */
  readonly selection: readonly string[];
  /** Ids of a finding's subjects, shown with a dashed frame. */
  readonly highlight: readonly string[];
  /** The card or line that has the keyboard's focus. */
  readonly focused: string | undefined;
  /** Whether that focus is to be seen: it came by keyboard. */
  readonly isFocusVisible: boolean;
  /** The card or line that is to get the focus as soon as it is drawn. */
  readonly focusNext: string | undefined;
  /** The element whose name is being edited on its card. */
  readonly editingName: string | undefined;
  readonly connecting: Connecting;
  /** The id of the palette item that the next click on the ground adds. */
  readonly placing: string | undefined;
  readonly layers: Readonly<Record<Layer, boolean>>;
  readonly shortcutsOpen: boolean;
  /** 1 is 100 %. */
  readonly zoom: number;
  readonly viewport: Viewport | undefined;
}

const NOTHING_CONNECTING: Connecting = { step: "off" };

const INITIAL: CanvasState = {
  selection: [],
  highlight: [],
  focused: undefined,
  isFocusVisible: false,
  focusNext: undefined,
  editingName: undefined,
  connecting: NOTHING_CONNECTING,
  placing: undefined,
  layers: { contracts: true, money: true, ownership: true, governance: true, notes: true },
  shortcutsOpen: false,
  zoom: 1,
  viewport: undefined,
};

/** What is local to this tab about the canvas: selection, highlight, layers and what is in progress. */
export const useCanvasStore = create<CanvasState>()(() => INITIAL);

const { getState, setState } = useCanvasStore;

/** Replaces the selection. Selecting something else ends the highlight of a finding's subjects. */
export function select(ids: readonly string[]): void {
  const { selection, highlight } = getState();
  if (highlight.length === 0 && sameIds(selection, ids)) return;
  setState({ selection: sameIds(selection, ids) ? selection : ids, highlight: [] });
}

/** Adds one id to the selection, or takes it out. What a finding had selected is let go: nobody chose it card by card. */
export function toggleSelected(id: string): void {
  const { highlight } = getState();
  const selection = highlight.length > 0 ? [] : getState().selection;
  select(selection.includes(id) ? selection.filter((other) => other !== id) : [...selection, id]);
}

/** Selects and highlights elements and relations, and brings them into view. */
export function reveal(ids: readonly string[]): void {
  setState({ selection: ids, highlight: ids });
  getState().viewport?.bringIntoView(ids);
}

/** Frames elements and relations without selecting them. */
export function highlight(ids: readonly string[]): void {
  if (!sameIds(getState().highlight, ids)) setState({ highlight: ids });
}

/** Says which card or line has the keyboard's focus; called by these when it comes and goes. */
export function setFocused(id: string | undefined, isFocusVisible = false): void {
  if (getState().focused !== id) setState({ focused: id, isFocusVisible });
}

/** Brings a card or line into view and gives it the keyboard's focus, now or as soon as it is drawn. */
export function focusOn(id: string): void {
  getState().viewport?.bringIntoView([id]);
  setState({ focusNext: id });
}

/** Says that what was to get the focus has it. */
export function focusHasMoved(): void {
  setState({ focusNext: undefined });
}

/** Starts editing the name of an element on its card; undefined ends it. */
export function editName(id: string | undefined): void {
  setState({ editingName: id });
}

/** Moves the making of a connection to another step. */
export function setConnecting(connecting: Connecting): void {
  setState({ connecting });
}

/** Ends the making of a connection. */
export function stopConnecting(): void {
  setState({ connecting: NOTHING_CONNECTING });
}

/** Arms a palette item: the next click on the ground adds it. Undefined puts it away. */
export function setPlacing(item: string | undefined): void {
  setState({ placing: item });
}

/** Shows or hides a layer. */
export function toggleLayer(layer: Layer): void {
  const { layers } = getState();
  setState({ layers: { ...layers, [layer]: !layers[layer] } });
}

/** Shows all layers but some. */
export function setHiddenLayers(hidden: readonly Layer[]): void {
  const layers = Object.fromEntries(LAYERS.map((layer) => [layer, !hidden.includes(layer)]));
  setState({ layers: layers as Readonly<Record<Layer, boolean>> });
}

/** Opens or closes the sheet of shortcuts. */
export function showShortcuts(shortcutsOpen: boolean): void {
  setState({ shortcutsOpen });
}

/** Says what moves the visible part; called by the canvas when it comes and goes. */
export function registerViewport(viewport: Viewport | undefined): void {
  setState({ viewport });
}

/** Keeps the zoom that the bottom bar shows; called by the canvas. */
export function setZoom(zoom: number): void {
  if (getState().zoom !== zoom) setState({ zoom });
}

/** Drops ids that are no longer on the map from the selection, the highlight and what is in progress. */
export function forgetMissing(exists: (id: string) => boolean): void {
  const state = getState();
  const selection = state.selection.filter(exists);
  const highlighted = state.highlight.filter(exists);
  const { connecting, editingName, focused } = state;
  const connectingIsGone =
    (connecting.step !== "off" && connecting.from !== undefined && !exists(connecting.from)) ||
    (connecting.step === "choice" && !exists(connecting.to));
  setState({
    ...(selection.length < state.selection.length && { selection }),
    ...(highlighted.length < state.highlight.length && { highlight: highlighted }),
    ...(connectingIsGone && { connecting: NOTHING_CONNECTING }),
    ...(focused !== undefined && !exists(focused) && { focused: undefined }),
    ...(editingName !== undefined && !exists(editingName) && { editingName: undefined }),
  });
}

/** Back to the start, for another map in the same tab. */
export function resetCanvas(): void {
  setState({ ...INITIAL, viewport: getState().viewport });
}

function sameIds(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id, index) => id === other[index]);
}
