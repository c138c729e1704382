import { CircleMinus, CirclePlus, Link2, PencilLine, TriangleAlert } from "lucide-react";
import { type ChangeEvent, useId } from "react";
import type { Column } from "../../shared/formats/table/columns.ts";
import type { RowOutcome } from "../../shared/formats/table/Proposal.ts";
import type { ReadCell } from "../../shared/formats/table/readCell.ts";
import { type Corrections, cellKey, type ReadRow } from "../../shared/formats/table/readTable.ts";
import { wordFor } from "../../shared/model/words.ts";
import { classNames } from "../ui/classNames.ts";
import styles from "./TablePreview.module.css";

interface PreviewRowProps {
  /** What the columns are taken for; undefined for one that is left out. */
  readonly columns: readonly (Column | undefined)[];
  readonly row: ReadRow;
  /** The row as it was pasted. */
  readonly raw: readonly string[];
  readonly outcome: RowOutcome | undefined;
  readonly corrections: Corrections;
  readonly onCorrect: (key: string, text: string) => void;
}

/** The cells of one row; what cannot be read stands in a field with what is wrong with it. */
export function PreviewRow({ columns, row, raw, outcome, corrections, onCorrect }: PreviewRowProps) {
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
                column={columns[index]}
                label={`Row ${row.number}: put right “${(raw[index] ?? "").slice(0, 40)}”`}
                onCorrect={(text) => onCorrect(key, text)}
              />
            ) : (
              <CellText cell={cell} column={columns[index]} raw={raw[index] ?? ""} />
            )}
          </td>
        );
      })}
    </>
  );
}

function CellText({
  cell,
  column,
  raw,
}: {
  readonly cell: ReadCell | undefined;
  readonly column: Column | undefined;
  readonly raw: string;
}) {
  if (cell === undefined) return raw.slice(0, 200);
  const isFigure = column !== undefined && FIGURES.has(column.field.type);
  return isFigure ? <span className={styles.figure}>{cell.shown}</span> : cell.shown;
}

/** A figure stays in one piece: its sign, its digits and its unit. */
const FIGURES: ReadonlySet<Column["field"]["type"]> = new Set(["pounds", "percent", "count", "number"]);

/** What cannot be read, to be put right: chosen from the words of the column's list, or else written. */
function CellField({
  cell,
  column,
  label,
  onCorrect,
}: {
  readonly cell: ReadCell;
  readonly column: Column | undefined;
  readonly label: string;
  readonly onCorrect: (text: string) => void;
}) {
  const problemId = useId();
  const isWrong = cell.problem !== undefined;
  const field = {
    className: classNames(styles.field, isWrong && styles.wrong),
    "aria-label": label,
    "aria-invalid": isWrong,
    "aria-describedby": problemId,
    value: cell.raw,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLSelectElement>) => onCorrect(event.target.value),
  };
  const words = column?.field.type === "one-of" ? wordsOf(column) : undefined;
  return (
    <>
      {words === undefined ? (
        <input {...field} />
      ) : (
        <select {...field}>
          {!words.includes(cell.raw) && <option value={cell.raw}>{cell.raw}</option>}
          {words.map((word) => (
            <option key={word} value={word}>
              {word}
            </option>
          ))}
        </select>
      )}
      <span id={problemId} className={isWrong ? styles.problem : styles.understood}>
        {cell.problem ?? (cell.shown === "" ? "Left out" : cell.shown)}
      </span>
    </>
  );
}

function wordsOf({ field: { values = [] } }: Column): readonly string[] {
  return values.map((value) => wordFor(value));
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
