import { useEffect, useMemo, useState } from "react";
import type { TableGuess } from "../../shared/formats/table/guessTable.ts";
import type { KnownCards, Proposal } from "../../shared/formats/table/Proposal.ts";
import { proposeByRows } from "../../shared/formats/table/propose.ts";
import type { Grid } from "../../shared/formats/table/readGrid.ts";
import {
  type Corrections,
  correctTable,
  type ReadTable,
  readTable,
} from "../../shared/formats/table/readTable.ts";
import { newId } from "../../shared/model/newId.ts";
import type { SystemMap } from "../../shared/model/systemMap.ts";
import { inSlices } from "./slices.ts";

/** A grid read as what it is taken for, and what it would do to the map; undefined until that is worked out. */
export function useProposal(
  grid: Grid,
  guess: TableGuess,
  corrections: Corrections,
  map: SystemMap,
  known: KnownCards,
): { readonly table: ReadTable; readonly proposal: Proposal | undefined } {
  const pasted = useMemo(() => readTable(grid, guess), [grid, guess]);
  const table = useMemo(
    () => correctTable(pasted, grid, guess, corrections),
    [pasted, grid, guess, corrections],
  );
  const [made, setMade] = useState<{ readonly table: ReadTable; readonly proposal: Proposal }>();
  useEffect(() => {
    let isWanted = true;
    const steps = proposeByRows(table, map, { makeId: newId, known });
    void inSlices(steps, () => isWanted).then((proposal) => {
      if (isWanted && proposal !== undefined) setMade({ table, proposal });
    });
    return () => {
      isWanted = false;
    };
  }, [table, map, known]);
  return { table, proposal: made?.table === table ? made.proposal : undefined };
}
