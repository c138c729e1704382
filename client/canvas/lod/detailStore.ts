import { create } from "zustand";

/** How much of a card is drawn: everything, its shape and a large name, or its shape in its colour. */
export type Detail = "full" | "names" | "shapes";

interface DetailState {
  readonly detail: Detail;
  /** The map is so large and so far away that what lies in view is one picture instead of cards and lines of their own. */
  readonly isPicture: boolean;
  /** The picture is there: until then what was drawn before it stays. */
  readonly isPainted: boolean;
  /** The zoom has changed a moment ago. */
  readonly isZooming: boolean;
}

/** Further out the words on lines and the facts on cards are less than six pixels high. */
const FULL_FROM_ZOOM = 0.5;
const NAMES_FROM_ZOOM = 0.2;
/** Around a limit the detail stays as it is, so that nothing flickers when somebody zooms to and fro. */
const SLACK = 0.06;

export const useDetailStore = create<DetailState>()(() => ({
  detail: "full",
  isPicture: false,
  isPainted: false,
  isZooming: false,
}));

/** The detail at a zoom (1 is 100 %), after another at the zoom before. */
export function detailAt(zoom: number, before: Detail): Detail {
  const isAbove = (limit: number, wasAbove: boolean) =>
    zoom >= limit * (wasAbove ? 1 - SLACK : 1 + SLACK) || Math.abs(zoom - limit) < 1e-9;
  if (isAbove(FULL_FROM_ZOOM, before === "full")) return "full";
  return isAbove(NAMES_FROM_ZOOM, before !== "shapes") ? "names" : "shapes";
}

/** A wheel turns again within this, as long as somebody zooms. */
const ZOOM_REST_MS = 150;
let rest: ReturnType<typeof setTimeout> | undefined;

/** Says that the zoom is another than before. */
export function noteZooming(): void {
  if (!useDetailStore.getState().isZooming) useDetailStore.setState({ isZooming: true });
  clearTimeout(rest);
  rest = setTimeout(() => useDetailStore.setState({ isZooming: false }), ZOOM_REST_MS);
}

/** Says how far away the map is now. */
export function noteZoom(zoom: number): void {
  const before = useDetailStore.getState().detail;
  const detail = detailAt(zoom, before);
  if (detail !== before) useDetailStore.setState({ detail });
}

/** Says whether the map is drawn as one picture now. */
export function notePicture(isPicture: boolean): void {
  if (useDetailStore.getState().isPicture !== isPicture) useDetailStore.setState({ isPicture });
}

/** Says whether the picture is there. */
export function notePainted(isPainted: boolean): void {
  if (useDetailStore.getState().isPainted !== isPainted) useDetailStore.setState({ isPainted });
}
