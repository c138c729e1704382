import { useSyncExternalStore } from "react";
import { deviceStorage } from "../sync/webStorage.ts";

/** Light, dark, or whichever the system shows. */
export type Theme = "system" | "light" | "dark";

const KEY = "plumbline.theme";
const listeners = new Set<() => void>();

/** What was chosen on this device; `system` where nothing was. */
export function chosenTheme(): Theme {
  const kept = deviceStorage.get(KEY);
  return kept === "light" || kept === "dark" ? kept : "system";
}

/** Shows this theme in all tabs of this device, now and when they are opened again. */
export function chooseTheme(theme: Theme): void {
  if (theme === "system") deviceStorage.remove(KEY);
  else deviceStorage.set(KEY, theme);
  show(theme);
}

/** Shows what was chosen, and what another tab chooses from now on. To be called before anything is drawn. */
export function followChosenTheme(): void {
  show(chosenTheme());
  addEventListener("storage", ({ key }) => {
    if (key === KEY || key === null) show(chosenTheme());
  });
}

/** What is shown now. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, shownTheme);
}

function show(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === "system") delete dataset.theme;
  else dataset.theme = theme;
  for (const listener of listeners) listener();
}

/** The page itself knows: a browser that keeps nothing still shows what was chosen last. */
function shownTheme(): Theme {
  const { theme } = document.documentElement.dataset;
  return theme === "light" || theme === "dark" ? theme : "system";
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
