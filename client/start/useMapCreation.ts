import { useCallback, useState } from "react";
import { ApiError } from "../sync/callApi.ts";
import { createMap, type Start } from "./createMap.ts";
import { LocalFileError, readLocalMap } from "./readLocalMap.ts";

export interface MapCreation {
  /** What is being made at this moment: a library name, `file` or `blank`. */
  readonly busyWith: string | undefined;
  /** Why the last attempt came to nothing, and what to do. */
  readonly error: string | undefined;
  startFrom(what: string, start: Start): void;
  openFile(file: File): void;
}

/** Makes maps from the start page and goes to them; one at a time. */
export function useMapCreation(): MapCreation {
  const [busyWith, setBusyWith] = useState<string>();
  const [error, setError] = useState<string>();

  const run = useCallback(async (what: string, prepare: () => Promise<Start>) => {
    setBusyWith(what);
    setError(undefined);
    try {
      location.assign(await createMap(await prepare()));
    } catch (problem) {
      setBusyWith(undefined);
      setError(wordsFor(problem));
    }
  }, []);

  return {
    busyWith,
    error,
    startFrom: (what, start) => void run(what, async () => start),
    openFile: (file) => void run("file", async () => ({ map: await readLocalMap(file) })),
  };
}

function wordsFor(problem: unknown): string {
  if (problem instanceof LocalFileError) return problem.message;
  if (!(problem instanceof ApiError)) return "Something went wrong on this page. Reload it and try again.";
  return problem.path === undefined || problem.message.includes(problem.path)
    ? problem.message
    : `${problem.message} (at ${problem.path})`;
}
