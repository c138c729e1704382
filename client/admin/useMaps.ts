import { useEffect, useState } from "react";
import { wordsFor } from "../shell/share/useLinks.ts";
import { fetchMaps, type MapPage, type MapQuery } from "./adminCalls.ts";

export interface Maps {
  readonly query: MapQuery;
  /** Undefined until it has come. The one before stays until the next is there. */
  readonly page: MapPage | undefined;
  readonly error: string | undefined;
  /** Asks for something else; what is left out stays. */
  ask(change: Partial<MapQuery>): void;
  reload(): void;
}

/** While somebody types, the server is not asked for every letter. */
const typingMs = 250;

/** The page of the server's maps that is asked for. */
export function useMaps(key: string): Maps {
  const [query, setQuery] = useState<MapQuery>({ search: "", order: "created", isDescending: true, page: 0 });
  const [page, setPage] = useState<MapPage>();
  const [error, setError] = useState<string>();
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is what asks again.
  useEffect(() => {
    const abort = new AbortController();
    const timer = setTimeout(() => {
      fetchMaps(key, query, abort.signal).then(
        (fetched) => {
          setPage(fetched);
          setError(undefined);
        },
        (problem: unknown) => {
          if (!abort.signal.aborted) setError(wordsFor(problem));
        },
      );
    }, typingMs);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [key, query, attempt]);

  return {
    query,
    page,
    error,
    ask: (change) => setQuery((before) => ({ ...before, ...change })),
    reload: () => setAttempt((before) => before + 1),
  };
}
