import { useCallback, useEffect, useState } from "react";
import { ApiError } from "../sync/callApi.ts";
import { createMap, keepSignupKey, type Start } from "./createMap.ts";
import { LocalFileError, readLocalMap } from "./readLocalMap.ts";

export interface MapCreation {
  /** What is being made at this moment: a library name, `file` or `blank`. */
  readonly busyWith: string | undefined;
  /** Why the last attempt came to nothing, and what to do. */
  readonly error: string | undefined;
  /** Whether this server wants to be given a key before it makes maps, and why it asks (again). */
  readonly keyWanted: string | undefined;
  /** Tries the last attempt again with a key. */
  giveKey(key: string): void;
  startFrom(what: string, start: Start): void;
  openFile(file: File): void;
}

interface Refused {
  readonly what: string;
  readonly prepare: () => Promise<Start>;
  readonly reason: string;
}

/** Makes maps and goes to them; one at a time. */
export function useMapCreation(): MapCreation {
  const [busyWith, setBusyWith] = useState<string>();
  const [error, setError] = useState<string>();
  const [refused, setRefused] = useState<Refused>();

  useEffect(() => {
    // Back from the map, a browser may show this page as it was left: busy.
    const rest = ({ persisted }: PageTransitionEvent) => {
      if (persisted) setBusyWith(undefined);
    };
    window.addEventListener("pageshow", rest);
    return () => window.removeEventListener("pageshow", rest);
  }, []);

  const run = useCallback(async (what: string, prepare: () => Promise<Start>) => {
    setBusyWith(what);
    setError(undefined);
    setRefused(undefined);
    try {
      location.assign(await createMap(await prepare()));
    } catch (problem) {
      setBusyWith(undefined);
      if (problem instanceof ApiError && problem.status === 401)
        setRefused({ what, prepare, reason: problem.message });
      else setError(wordsFor(problem));
    }
  }, []);

  return {
    busyWith,
    error,
    keyWanted: refused?.reason,
    giveKey: (key) => {
      keepSignupKey(key);
      if (refused !== undefined) void run(refused.what, refused.prepare);
    },
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
