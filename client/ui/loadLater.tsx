import { type ComponentType, memo, type ReactNode, useEffect, useState } from "react";
import { firstScreenDrawn } from "../map/firstScreen.ts";
import { nextAttempt } from "../map/nextAttempt.ts";
import { showToast } from "./toasts.ts";

interface Waiting {
  /** What stands in its place until it is there; nothing if left out. */
  readonly placeholder?: ReactNode;
}

type Later<Props> = ComponentType<Props & Waiting>;

/** Told of every time that a part could not be fetched, and how many times that has been so far. False gives it up. */
type OnFailure = (problem: unknown, failures: number) => boolean;

/**
 * A part of the page that is fetched when it is first shown. Where it cannot be fetched that is said, and it is asked for again as long
 * as it is wanted: what is open stays as it is.
 *
 * Not React's `lazy`: whatever a `Suspense` waits for is held back until 300 ms after a fallback was last shown, anywhere on the
 * page. The steps of opening a map came to half a second of that.
 */
export function loadOnUse<Props extends object>(fetchIt: () => Promise<ComponentType<Props>>): Later<Props> {
  return later(fetchIt, (_problem, failures) => {
    if (failures === 1)
      showToast(
        "A part of Plumbline could not be loaded. It is asked for again until it comes; if the connection is fine, reload the page.",
        "failure",
      );
    return true;
  });
}

/** The same for what is not needed before the page's first screen: it is fetched after that. */
export function loadLater<Props extends object>(fetchIt: () => Promise<ComponentType<Props>>): Later<Props> {
  return loadOnUse(async () => {
    await firstScreenDrawn;
    return fetchIt();
  });
}

/** A page as a whole. Where it cannot be fetched there is nothing to go on with: the error is thrown where it would stand. */
export function loadPage<Props extends object>(fetchIt: () => Promise<ComponentType<Props>>): Later<Props> {
  return later(fetchIt, () => false);
}

interface Loading<Props> {
  readonly component: ComponentType<Props> | undefined;
  readonly problem?: unknown;
}

function later<Props extends object>(
  fetchIt: () => Promise<ComponentType<Props>>,
  onFailure: OnFailure,
): Later<Props> {
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
  const loadPatiently = async (signal: AbortSignal): Promise<Loading<Props>> => {
    for (let failures = 1; ; failures++) {
      try {
        return { component: await load() };
      } catch (problem) {
        if (signal.aborted || !onFailure(problem, failures)) return { component: undefined, problem };
        await nextAttempt(failures, signal);
      }
    }
  };
  function Later({ placeholder, ...props }: Props & Waiting) {
    const [state, setState] = useState<Loading<Props>>(() => {
      // Already on its way while the page around it is drawn; whether it comes is heard below.
      if (loaded === undefined) load().catch(() => undefined);
      return { component: loaded };
    });
    const isMissing = state.component === undefined;
    useEffect(() => {
      if (!isMissing) return;
      const gone = new AbortController();
      void loadPatiently(gone.signal).then((next) => {
        if (!gone.signal.aborted) setState(next);
      });
      return () => gone.abort();
    }, [isMissing]);
    if ("problem" in state) throw state.problem;
    if (state.component === undefined) return placeholder;
    // What is left of the properties without the placeholder is what the component takes.
    return <state.component {...(props as unknown as Props)} />;
  }
  // What is given the same as before need not be drawn again with what is around it.
  return memo(Later) as unknown as ComponentType<Props & Waiting>;
}
