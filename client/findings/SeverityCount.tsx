import { MOST_IN_BADGE } from "../../shared/drawing/findingBadge.ts";
import type { Severity } from "../../shared/model/systemMap.ts";
import spoken from "../ui/spoken.module.css";
import { severityWord } from "./findingWords.ts";
import { SeverityShape, severitySign } from "./SeverityShape.tsx";

/** How many findings of a severity there are: the number in its shape, or beside it where it has no room there, and words. */
export function SeverityCount({ severity, count }: { readonly severity: Severity; readonly count: number }) {
  const fits = count <= MOST_IN_BADGE;
  return (
    <>
      <SeverityShape severity={severity} text={fits ? String(count) : severitySign(severity)} />
      <span>
        <span className={fits ? spoken.only : undefined}>{count}</span> {severityWord(severity)}
      </span>
    </>
  );
}
