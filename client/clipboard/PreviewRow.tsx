import { CircleMinus, CirclePlus, Link2, PencilLine, TriangleAlert } from "lucide-react";
import { useId } from "react";
import type { RowOutcome } from "../../shared/formats/table/Proposal.ts";
import type { ReadCell } from "../../shared/formats/table/readCell.ts";
import { type Corrections, cellKey, type ReadRow } from "../../shared/formats/table/readTable.ts";
import { classNames } from "../ui/classNames.ts";
import styles from "./TablePreview.module.css";

interface PreviewRowProps {
  readonly row: ReadRow;
  /** The row as it was pasted. */
  readonly raw: readonly string[];
  readonly outcome: RowOutcome | undefined;
  readonly corrections: Corrections;
  readonly onCorrect: (key: string, text: string) => void;
}

/** The cells of one row; what cannot be read stands in a field with what is wrong with it. */
export function PreviewRow({ row, raw, outcome, corrections, onCorrect }: PreviewRowProps) {
  return (
    <>
      <th scope="row" className={styles.number}>
        {row.number}
      </th>
      <td className={styles.cell}>{outcome !== undefined && <Outcome outcome={outcome} row={row} />}</td>
      {row.cells.map((cell, index) => {
        const key = cellKey(row.number, index);
        const isField = cell?.problem !== undefined || (cell !== undefined && corrections.has(key));
        return (
          <td key={key} className={classNames(styles.cell, cell === undefined && styles.leftOut)}>
            {isField ? (
              <CellField
                cell={cell}
                label={`Row ${row.number}: put right “${(raw[index] ?? "").slice(0, 40)}”`}
                onCorrect={(text) => onCorrect(key, text)}
              />
            ) : (
              (cell?.shown ?? (raw[index] ?? "").slice(0, 200))
            )}
          </td>
        );
      })}
    </>
  );
}

function CellField({
  cell,
  label,
  onCorrect,
}: {
  readonly cell: ReadCell;
  readonly label: string;
  readonly onCorrect: (text: string) => void;
}) {
  const problemId = useId();
  const isWrong = cell.problem !== undefined;
  return (
    <>
      <input
        className={classNames(styles.field, isWrong && styles.wrong)}
        aria-label={label}
        aria-invalid={isWrong}
        aria-describedby={problemId}
        value={cell.raw}
        onChange={(event) => onCorrect(event.target.value)}
      />
      <span id={problemId} className={isWrong ? styles.problem : styles.understood}>
        {cell.problem ?? (cell.shown === "" ? "Left out" : cell.shown)}
      </span>
    </>
  );
}

const WORDS: Readonly<Record<RowOutcome["what"], string>> = {
  new: "New",
  known: "There already",
  changed: "Filled in",
  "left-out": "Left out",
};
const ICONS = { new: CirclePlus, known: Link2, changed: PencilLine, "left-out": CircleMinus };

function Outcome({ outcome, row }: { readonly outcome: RowOutcome; readonly row: ReadRow }) {
  const { what, notes, lost } = outcome;
  const atCells = new Set(row.cells.map((cell) => cell?.problem));
  const others = lost.filter((one) => !atCells.has(one));
  const Icon = ICONS[what];
  return (
    <>
      <span className={classNames(styles.outcome, styles[what])}>
        <Icon aria-hidden />
        {WORDS[what]}
      </span>
      {others.map((one) => (
        <span key={one} className={styles.problem}>
          <TriangleAlert aria-hidden />
          {one}
        </span>
      ))}
      {notes.map((note) => (
        <span key={note} className={styles.note}>
          {note}
        </span>
      ))}
    </>
  );
}
