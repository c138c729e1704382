import { useMemo, useState } from "react";
import { TABLE_KINDS, type TableKind } from "../../shared/formats/table/columns.ts";
import {
  columnsByHeading,
  guessTable,
  isEnough,
  type TableGuess,
} from "../../shared/formats/table/guessTable.ts";
import { isEmptyProposal, KNOWN_CARDS, type KnownCards } from "../../shared/formats/table/Proposal.ts";
import { proposalLabel, proposalWords } from "../../shared/formats/table/proposalWords.ts";
import { DIVIDERS, type Divider, gridOf, readGrid } from "../../shared/formats/table/readGrid.ts";
import type { Corrections } from "../../shared/formats/table/readTable.ts";
import type { Point } from "../../shared/model/field.ts";
import { useSession, useSnapshot } from "../sync/sessionContext.tsx";
import { Button } from "../ui/Button.tsx";
import { Select } from "../ui/Select.tsx";
import { addProposal } from "./addProposal.ts";
import styles from "./PasteDialog.module.css";
import { closePasteDialog } from "./pasteStore.ts";
import { TableNotices } from "./TableNotices.tsx";
import { TablePreview } from "./TablePreview.tsx";
import { DIVIDER_WORDS, KIND_WORDS, KNOWN_WORDS, neededWords } from "./tableWords.ts";
import { useProposal } from "./useProposal.ts";

interface Source {
  readonly text: string;
  /** The cells of a table that the clipboard offered besides the text. */
  readonly cells: readonly (readonly string[])[] | undefined;
  readonly divider: Divider;
}

interface TableFormProps {
  readonly source: Source;
  readonly near: Point | undefined;
  /** Goes back to the text; undefined where it was not typed here. */
  readonly onBack: (() => void) | undefined;
}

const NO_CORRECTIONS: Corrections = new Map();

/** What a text is taken for, to be changed; what becomes of each row; and the button that adds it. */
export function TableForm({ source, near, onBack }: TableFormProps) {
  const session = useSession();
  const { map, elementById } = useSnapshot();
  const [divider, setDivider] = useState(source.divider);
  const grid = useMemo(
    () => (source.cells === undefined ? readGrid(source.text, divider) : gridOf(source.cells, "tab")),
    [source, divider],
  );
  const [changed, setChanged] = useState<TableGuess>();
  const guess = useMemo(() => changed ?? guessTable(grid), [changed, grid]);
  const [corrections, setCorrections] = useState(NO_CORRECTIONS);
  const [known, setKnown] = useState<KnownCards>("fill");
  const [isAdding, setIsAdding] = useState(false);
  const { table, proposal } = useProposal(grid, guess, corrections, map, known);
  const isComplete = isEnough(guess.kind, guess.columns);
  const words = proposal === undefined ? [] : proposalWords(proposal, (id) => elementById.get(id)?.type);

  const start = (next: TableGuess | undefined) => {
    setCorrections(NO_CORRECTIONS);
    setChanged(next);
  };
  const add = async () => {
    if (proposal === undefined) return;
    setIsAdding(true);
    const isAdded = await addProposal(session, proposal, proposalLabel(proposal), near);
    if (!isAdded) setIsAdding(false);
  };
  return (
    <div className={styles.form}>
      <div className={styles.choices}>
        <Select
          label="This is"
          options={TABLE_KINDS.map((value) => ({ value, label: KIND_WORDS[value] }))}
          value={guess.kind}
          onChange={(kind) => start(guessAs(kind, guess, grid.rows))}
        />
        <Select
          label="Headings"
          options={headingChoices(grid.rows)}
          value={String(guess.headingRow ?? "none")}
          onChange={(row) => start({ ...guess, headingRow: row === "none" ? undefined : Number(row) })}
        />
        {source.cells === undefined && (
          <Select
            label="Cells are divided by"
            options={DIVIDERS.map((value) => ({ value, label: DIVIDER_WORDS[value] }))}
            value={divider}
            onChange={(value) => {
              start(undefined);
              setDivider(value);
            }}
          />
        )}
        <Select
          label="What the map has already"
          options={KNOWN_CARDS.map((value) => ({ value, label: KNOWN_WORDS[value] }))}
          value={known}
          onChange={setKnown}
        />
      </div>
      <TableNotices grid={grid} guess={guess} table={table} />
      <TablePreview
        grid={grid}
        guess={guess}
        table={table}
        outcomes={proposal?.outcomes}
        corrections={corrections}
        onColumns={(columns) => setChanged({ ...guess, columns })}
        onCorrect={(key, text) => setCorrections((before) => new Map(before).set(key, text))}
      />
      <div className={styles.foot}>
        <p className={styles.summary} role="status">
          {isComplete
            ? proposal === undefined
              ? "Reading …"
              : words.join(" · ") || "Nothing to add."
            : neededWords(guess.kind)}
        </p>
        <div className={styles.buttons}>
          {onBack !== undefined && <Button onPress={onBack}>Back to the text</Button>}
          <Button onPress={closePasteDialog}>Cancel</Button>
          <Button
            variant="primary"
            isDisabled={!isComplete || proposal === undefined || isEmptyProposal(proposal) || isAdding}
            onPress={() => void add()}
          >
            {isAdding ? "Adding …" : "Add to the map"}
          </Button>
        </div>
      </div>
    </div>
  );
}

/** The same table taken for another kind: by its headings, or else in the order of the columns of that kind. */
function guessAs(kind: TableKind, guess: TableGuess, rows: readonly (readonly string[])[]): TableGuess {
  const headings = rows[guess.headingRow ?? 0] ?? [];
  const columns =
    guess.headingRow === undefined ? headings.map(() => undefined) : columnsByHeading(kind, headings);
  return { kind, headingRow: guess.headingRow, columns };
}

const ROWS_TO_CHOOSE = 6;
const longestShown = 40;

function headingChoices(rows: readonly (readonly string[])[]): readonly { value: string; label: string }[] {
  return [
    { value: "none", label: "There are none" },
    ...rows.slice(0, ROWS_TO_CHOOSE).map((row, index) => {
      const words = row.filter(Boolean).join(", ");
      const shown = words.length > longestShown ? `${words.slice(0, longestShown)}…` : words;
      return { value: String(index), label: `Row ${index + 1}: ${shown}` };
    }),
  ];
}
