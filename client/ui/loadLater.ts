import { type ComponentType, lazy } from "react";
import { firstScreenDrawn } from "../map/firstScreen.ts";

/** A component that is fetched once what the page is for is on the screen. It needs a `Suspense` around it. */
export function loadLater<Props>(fetchIt: () => Promise<ComponentType<Props>>) {
  return lazy(async () => {
    await firstScreenDrawn;
    return { default: await fetchIt() };
  });
}
