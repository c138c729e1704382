import { create } from "zustand";

export const VIEW_MODES = ["map", "outline", "tables"] as const;
/** How the map is shown: drawn, as an outline, or as tables. */
export type ViewMode = (typeof VIEW_MODES)[number];

const PARAMETER = "view";

/** Which way of showing the map this tab is in; the address says the same (`?view=outline`). */
export const useViewMode = create<{ readonly mode: ViewMode }>()(() => ({
  mode: typeof location === "undefined" ? "map" : modeInAddress(location.search),
}));

/** Shows the map in another way. Going back in the browser returns to the one before. */
export function showMode(mode: ViewMode): void {
  if (useViewMode.getState().mode === mode) return;
  history.pushState(history.state, "", addressOf(mode));
  useViewMode.setState({ mode });
}

/**
 * Keeps the mode and the address together while a map is open: the address follows after a link's token has been taken out of it, and the
 * mode follows the browser's Back and Forward.
 * @returns stops it.
 */
export function followAddress(): () => void {
  const { mode } = useViewMode.getState();
  if (modeInAddress(location.search) !== mode) history.replaceState(history.state, "", addressOf(mode));
  const onPopState = () => useViewMode.setState({ mode: modeInAddress(location.search) });
  window.addEventListener("popstate", onPopState);
  return () => window.removeEventListener("popstate", onPopState);
}

/** The mode that a query string asks for; the drawn map where it asks for none. */
export function modeInAddress(search: string): ViewMode {
  const asked = new URLSearchParams(search).get(PARAMETER);
  return VIEW_MODES.find((mode) => mode === asked) ?? "map";
}

function addressOf(mode: ViewMode): string {
  const query = new URLSearchParams(location.search);
  if (mode === "map") query.delete(PARAMETER);
  else query.set(PARAMETER, mode);
  const text = query.toString();
  return `${location.pathname}${text === "" ? "" : `?${text}`}${location.hash}`;
}
