import { useVirtualizer } from "@tanstack/react-virtual";
import { type CSSProperties, useMemo, useRef, useState } from "react";
import { columnOf } from "../../shared/formats/table/columns.ts";
import type { TableGuess } from "../../shared/formats/table/guessTable.ts";
import type { RowOutcome } from "../../shared/formats/table/Proposal.ts";
import type { Grid } from "../../shared/formats/table/readGrid.ts";
import type { Corrections, ReadTable } from "../../shared/formats/table/readTable.ts";
import { Button } from "../ui/Button.tsx";
import { ColumnHeads } from "./ColumnHeads.tsx";
import { PreviewRow } from "./PreviewRow.tsx";
import styles from "./TablePreview.module.css";
import { hasTrouble, troubleWords } from "./tableWords.ts";

const ROW_HEIGHT_PX = 34;

interface TablePreviewProps {
  readonly grid: Grid;
  readonly guess: TableGuess;
  readonly table: ReadTable;
  /** Undefined while they are worked out. */
  readonly outcomes: readonly RowOutcome[] | undefined;
  readonly corrections: Corrections;
  readonly onColumns: (columns: readonly (string | undefined)[]) => void;
  readonly onCorrect: (key: string, text: string) => void;
}

/** The rows of a pasted table as they are understood, what becomes of each, and where something has to be put right. */
export function TablePreview({
  grid,
  guess,
  table,
  outcomes,
  corrections,
  onColumns,
  onCorrect,
}: TablePreviewProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [isNarrowed, setIsNarrowed] = useState(false);
  const troubled = useMemo(
    () => table.rows.flatMap((_, index) => (hasTrouble(outcomes?.[index]) ? [index] : [])),
    [table, outcomes],
  );
  const leftOut = troubled.filter((index) => outcomes?.[index]?.what === "left-out").length;
  const columns = useMemo(() => table.columns.map((key) => columnOf(table.kind, key)), [table]);
  // What is put right stays on the screen until the list is narrowed anew.
  const [narrowed, setNarrowed] = useState<readonly number[]>([]);
  const indices = isNarrowed ? narrowed.filter((index) => index < table.rows.length) : undefined;
  const count = indices?.length ?? table.rows.length;
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT_PX,
    getItemKey: (position) => table.rows[indices?.[position] ?? position]?.number ?? position,
    overscan: 6,
  });
  const virtual = virtualizer.getVirtualItems();
  const narrow = () => {
    setNarrowed(troubled);
    setIsNarrowed(!isNarrowed);
    virtualizer.scrollToOffset(0);
  };
  return (
    <div className={styles.preview}>
      {(troubled.length > 0 || isNarrowed) && (
        <div className={styles.trouble}>
          <span>
            {troubled.length === 0
              ? "Everything is taken now."
              : `${troubleWords(troubled.length - leftOut, leftOut)} Put right what is marked, or add the rest as it is.`}
          </span>
          <Button size="small" onPress={narrow}>
            {isNarrowed ? "Show all rows" : "Show only these"}
          </Button>
        </div>
      )}
      <section ref={scroller} aria-label="The table" className={styles.scroller}>
        <table
          aria-label="What becomes of it"
          aria-rowcount={table.rows.length + 1}
          className={styles.table}
          style={{ "--columns": guess.columns.length } as CSSProperties}
        >
          <ColumnHeads grid={grid} guess={guess} onColumns={onColumns} />
          <tbody>
            <Gap heightPx={virtual[0]?.start ?? 0} />
            {virtual.map(({ index: position, key }) => {
              const index = indices?.[position] ?? position;
              const row = table.rows[index];
              if (row === undefined) return null;
              return (
                <tr
                  key={key}
                  ref={virtualizer.measureElement}
                  data-index={position}
                  aria-rowindex={index + 2}
                  className={styles.row}
                >
                  <PreviewRow
                    columns={columns}
                    row={row}
                    raw={grid.rows[row.number - 1] ?? []}
                    outcome={outcomes?.[index]}
                    corrections={corrections}
                    onCorrect={onCorrect}
                  />
                </tr>
              );
            })}
            <Gap heightPx={virtualizer.getTotalSize() - (virtual.at(-1)?.end ?? 0)} />
          </tbody>
        </table>
      </section>
    </div>
  );
}

/** Rows that are out of view take their room. */
function Gap({ heightPx }: { readonly heightPx: number }) {
  if (heightPx <= 0) return null;
  return (
    <tr aria-hidden>
      <td style={{ height: `${heightPx}px` }} />
    </tr>
  );
}
