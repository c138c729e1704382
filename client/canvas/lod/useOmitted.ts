import { useMemo, useRef } from "react";
import type { CardNode } from "../CardNodes.ts";
import type { DrawnRelation } from "./useDrawnRelations.ts";

/** What the picture leaves out because it is drawn by itself. The same set as long as it holds the same. */
export function useOmitted(drawn: readonly CardNode[], lines: readonly DrawnRelation[]): ReadonlySet<string> {
  const kept = useRef<ReadonlySet<string>>(new Set());
  return useMemo(() => {
    const omitted = new Set([...drawn, ...lines].map(({ id }) => id));
    const isSame = omitted.size === kept.current.size && [...omitted].every((id) => kept.current.has(id));
    if (!isSame) kept.current = omitted;
    return kept.current;
  }, [drawn, lines]);
}
