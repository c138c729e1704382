import { create } from "zustand";
import { deviceStorage } from "../sync/webStorage.ts";

const KEPT = "plumbline.minimap";

interface MinimapState {
  /** What this person chose on this device; undefined: by the size of the map and of the window. */
  readonly chosen: boolean | undefined;
  readonly isShown: boolean;
}

function kept(): boolean | undefined {
  const stored = deviceStorage.get(KEPT);
  return stored === undefined ? undefined : stored === "on";
}

/** Whether the minimap is shown. */
export const useMinimapStore = create<MinimapState>()(() => {
  const chosen = kept();
  return { chosen, isShown: chosen ?? false };
});

/** Shows or folds the minimap as this person chose; the device remembers it. */
export function setMinimap(isShown: boolean): void {
  deviceStorage.set(KEPT, isShown ? "on" : "off");
  useMinimapStore.setState({ chosen: isShown, isShown });
}

/** Shows the minimap where it helps, as long as nobody has chosen. */
export function suggestMinimap(isHelpful: boolean): void {
  const { chosen, isShown } = useMinimapStore.getState();
  if (chosen === undefined && isShown !== isHelpful) useMinimapStore.setState({ isShown: isHelpful });
}
