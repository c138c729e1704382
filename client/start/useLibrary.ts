import { useCallback, useEffect, useState } from "react";
import { ApiError } from "../sync/callApi.ts";
import { fetchLibrary, type LibraryListing } from "./library.ts";

export interface LoadedLibrary {
  /** Absent until it has come. */
  readonly listings: readonly LibraryListing[] | undefined;
  /** Why it did not come, in words that can be shown. */
  readonly error: string | undefined;
  /** Asks again. */
  retry(): void;
}

/** The list of the library, asked for when the page opens. */
export function useLibrary(): LoadedLibrary {
  const [listings, setListings] = useState<readonly LibraryListing[]>();
  const [error, setError] = useState<string>();
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is what asks again.
  useEffect(() => {
    const abort = new AbortController();
    fetchLibrary(abort.signal)
      .then(setListings)
      .catch((problem: unknown) => {
        if (!abort.signal.aborted)
          setError(problem instanceof ApiError ? problem.message : "The list of maps could not be loaded.");
      });
    return () => abort.abort();
  }, [attempt]);
  const retry = useCallback(() => {
    setError(undefined);
    setAttempt((before) => before + 1);
  }, []);
  return { listings, error, retry };
}
