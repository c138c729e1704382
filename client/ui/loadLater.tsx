import { type ComponentType, type ReactNode, useEffect, useState } from "react";
import { firstScreenDrawn } from "../map/firstScreen.ts";

interface Waiting {
  /** What stands in its place until it is there; nothing if left out. */
  readonly placeholder?: ReactNode;
}

/**
 * A component that is fetched when it is first shown. What cannot be fetched is thrown where it would stand, and asked for again when
 * it is next shown.
 *
 * Not React's `lazy`: whatever a `Suspense` waits for is held back until 300 ms after a fallback was last shown, anywhere on the
 * page. The steps of opening a map came to half a second of that.
 */
export function loadOnUse<Props extends object>(
  fetchIt: () => Promise<ComponentType<Props>>,
): ComponentType<Props & Waiting> {
  let loaded: ComponentType<Props> | undefined;
  let coming: Promise<ComponentType<Props>> | undefined;
  const load = async () => {
    coming ??= fetchIt();
    try {
      loaded = await coming;
    } finally {
      coming = undefined;
    }
    return loaded;
  };
  return function Later({ placeholder, ...props }: Props & Waiting) {
    const [state, setState] = useState<Loading<Props>>({ component: loaded });
    const isMissing = state.component === undefined;
    useEffect(() => {
      if (!isMissing) return;
      let isGone = false;
      const tell = (next: Loading<Props>) => {
        if (!isGone) setState(next);
      };
      load().then(
        (component) => tell({ component }),
        (problem: unknown) => tell({ component: undefined, problem }),
      );
      return () => {
        isGone = true;
      };
    }, [isMissing]);
    if ("problem" in state) throw state.problem;
    if (state.component === undefined) return placeholder;
    // What is left of the properties without the placeholder is what the component takes.
    return <state.component {...(props as unknown as Props)} />;
  };
}

/** The same for what is not needed before the page's first screen: it is fetched after that. */
export function loadLater<Props extends object>(
  fetchIt: () => Promise<ComponentType<Props>>,
): ComponentType<Props & Waiting> {
  return loadOnUse(async () => {
    await firstScreenDrawn;
    return fetchIt();
  });
}

interface Loading<Props> {
  readonly component: ComponentType<Props> | undefined;
  readonly problem?: unknown;
}
