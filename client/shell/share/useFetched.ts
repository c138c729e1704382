import { useCallback, useEffect, useState } from "react";
import { wordsFor } from "./useLinks.ts";

export interface Fetched<Value> {
  /** Undefined until it has come. */
  readonly value: Value | undefined;
  readonly error: string | undefined;
  reload(): void;
}

/** What the server says about a map. `fetchIt` must stay the same function. */
export function useFetched<Value>(
  mapId: string,
  fetchIt: (mapId: string, signal: AbortSignal) => Promise<Value>,
): Fetched<Value> {
  const [value, setValue] = useState<Value>();
  const [error, setError] = useState<string>();
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is what asks again.
  useEffect(() => {
    const abort = new AbortController();
    fetchIt(mapId, abort.signal).then(
      (fetched) => {
        setValue(fetched);
        setError(undefined);
      },
      (problem: unknown) => {
        if (!abort.signal.aborted) setError(wordsFor(problem));
      },
    );
    return () => abort.abort();
  }, [mapId, fetchIt, attempt]);

  return { value, error, reload: useCallback(() => setAttempt((before) => before + 1), []) };
}
