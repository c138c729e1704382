import { COLUMNS } from "../../shared/formats/table/columns.ts";
import type { TableGuess } from "../../shared/formats/table/guessTable.ts";
import type { Grid } from "../../shared/formats/table/readGrid.ts";
import { Select } from "../ui/Select.tsx";
import styles from "./TablePreview.module.css";

const LEFT_OUT = "";

/** The headings as they were pasted, and below each what its column is taken for. */
export function ColumnHeads({
  grid,
  guess,
  onColumns,
}: {
  readonly grid: Grid;
  readonly guess: TableGuess;
  readonly onColumns: (columns: readonly (string | undefined)[]) => void;
}) {
  const { kind, columns, headingRow } = guess;
  const headings = headingRow === undefined ? [] : (grid.rows[headingRow] ?? []);
  const choices = [
    { value: LEFT_OUT, label: "Leave out" },
    ...COLUMNS[kind].map(({ key, label }) => ({ value: key, label })),
  ];
  const choose = (index: number, key: string) =>
    onColumns(
      columns.map((before, other) => {
        if (other === index) return key === LEFT_OUT ? undefined : key;
        return before === key ? undefined : before;
      }),
    );
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" className={styles.number}>
          Row
        </th>
        <th scope="col" className={styles.what}>
          What becomes of it
        </th>
        {columns.map((key, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is nothing but its place.
          <th key={index} scope="col" className={styles.head}>
            <Select
              label={headings[index] || `Column ${index + 1}`}
              options={choices}
              value={key ?? LEFT_OUT}
              onChange={(chosen) => choose(index, chosen)}
            />
          </th>
        ))}
      </tr>
    </thead>
  );
}
