import { useCallback, useEffect, useState } from "react";
import { ApiError } from "../../sync/callApi.ts";
import { changeLink, fetchLinks, type LinkChange, type MapLink, revokeLink } from "./links.ts";

export interface Links {
  /** Undefined until they have come. */
  readonly links: readonly MapLink[] | undefined;
  readonly error: string | undefined;
  reload(): void;
  change(linkId: string, change: LinkChange): void;
  revoke(linkId: string): void;
}

/** The links of a map, as the server has them. */
export function useLinks(mapId: string): Links {
  const [links, setLinks] = useState<readonly MapLink[]>();
  const [error, setError] = useState<string>();
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is what asks again.
  useEffect(() => {
    const abort = new AbortController();
    fetchLinks(mapId, abort.signal).then(
      (fetched) => {
        setLinks(fetched);
        setError(undefined);
      },
      (problem: unknown) => {
        if (!abort.signal.aborted) setError(wordsFor(problem));
      },
    );
    return () => abort.abort();
  }, [mapId, attempt]);

  const reload = useCallback(() => setAttempt((before) => before + 1), []);
  const revoke = useCallback(
    (linkId: string) => {
      revokeLink(mapId, linkId).then(reload, (problem: unknown) => setError(wordsFor(problem)));
    },
    [mapId, reload],
  );
  const change = useCallback(
    (linkId: string, wanted: LinkChange) => {
      changeLink(mapId, linkId, wanted).then(reload, (problem: unknown) => setError(wordsFor(problem)));
    },
    [mapId, reload],
  );
  return { links, error, reload, change, revoke };
}

/** What a failed call about links says on the screen. */
export function wordsFor(problem: unknown): string {
  return problem instanceof ApiError
    ? problem.message
    : "Something went wrong on this page. Reload it and try again.";
}
