import { ArrowDown, ArrowUp, EyeOff } from "lucide-react";
import { type RefObject, useMemo, useState } from "react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import type { TableColumn } from "../../shared/table/columns.ts";
import { Button } from "../ui/Button.tsx";
import { classNames } from "../ui/classNames.ts";
import popoverStyles from "../ui/Popover.module.css";
import { TextField } from "../ui/TextField.tsx";
import styles from "./ColumnMenu.module.css";
import { cellText } from "./cellText.ts";
import { changeLook } from "./tableStore.ts";
import type { TableModel } from "./useTableModel.ts";

const MOST_LISTED = 200;

/** What can be done with a column: sort by it, show only some of its values, hide it. */
export function ColumnMenu({
  model,
  column,
  anchor,
  onClose,
}: {
  readonly model: TableModel;
  readonly column: TableColumn;
  readonly anchor: RefObject<Element | null>;
  readonly onClose: () => void;
}) {
  const { id: table, look } = model;
  const sortBy = (desc: boolean, isAlso: boolean) => {
    const others = isAlso ? look.sorting.filter(({ id }) => id !== column.id) : [];
    changeLook(table, { sorting: [...others, { id: column.id, desc }] });
    onClose();
  };
  const isLaterSort = look.sorting.some(({ id }) => id !== column.id);
  const words = column.isFigure ? ["Smallest first", "Largest first"] : ["A to Z", "Z to A"];
  return (
    <Popover
      triggerRef={anchor}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      placement="bottom start"
      offset={2}
      className={classNames(popoverStyles.popover)}
    >
      <AriaDialog aria-label={`Column ${column.label}`} className={classNames(styles.menu)}>
        <div className={styles.buttons}>
          {[false, true].map((desc) => (
            <Button key={String(desc)} variant="quiet" onPress={() => sortBy(desc, false)}>
              {desc ? <ArrowDown aria-hidden /> : <ArrowUp aria-hidden />}
              {words[desc ? 1 : 0]}
            </Button>
          ))}
          {isLaterSort && (
            <Button variant="quiet" onPress={() => sortBy(false, true)}>
              <ArrowUp aria-hidden />
              Then by this
            </Button>
          )}
          <Button
            variant="quiet"
            isDisabled={model.columns.length < 2}
            onPress={() => {
              changeLook(table, { columns: { ...look.columns, [column.id]: false } });
              onClose();
            }}
          >
            <EyeOff aria-hidden />
            Hide this column
          </Button>
        </div>
        <Values model={model} column={column} />
      </AriaDialog>
    </Popover>
  );
}

function Values({ model, column }: { readonly model: TableModel; readonly column: TableColumn }) {
  const { id: table, look, allRows, names } = model;
  const [search, setSearch] = useState("");
  const counts = useMemo(() => {
    const found = new Map<string, number>();
    for (const row of allRows) {
      const text = cellText(row, column.id, names);
      found.set(text, (found.get(text) ?? 0) + 1);
    }
    return [...found].sort(([one], [other]) => one.localeCompare(other, "en-GB", { numeric: true }));
  }, [allRows, column.id, names]);
  const shown = look.values[column.id];
  const isShown = (text: string) => shown === undefined || shown.includes(text);
  const show = (texts: readonly string[] | undefined) => {
    const { [column.id]: _before, ...others } = look.values;
    const isAll = texts === undefined || texts.length === counts.length;
    changeLook(table, { values: isAll ? others : { ...others, [column.id]: texts } });
  };
  const toggle = (text: string) => {
    const now = shown ?? counts.map(([each]) => each);
    show(isShown(text) ? now.filter((each) => each !== text) : [...now, text]);
  };
  const listed = counts.filter(([text]) => text.toLowerCase().includes(search.trim().toLowerCase()));
  return (
    <fieldset className={styles.values}>
      <legend>Show only</legend>
      {counts.length > 8 && (
        <TextField label="Find a value" type="search" value={search} onChange={setSearch} />
      )}
      <div className={styles.buttons}>
        <Button
          size="small"
          variant="outline"
          isDisabled={shown === undefined}
          onPress={() => show(undefined)}
        >
          All
        </Button>
        <Button size="small" variant="outline" onPress={() => show([])}>
          None
        </Button>
      </div>
      <ul className={styles.list}>
        {listed.slice(0, MOST_LISTED).map(([text, count]) => (
          <li key={text}>
            <label className={styles.value}>
              <input type="checkbox" checked={isShown(text)} onChange={() => toggle(text)} />
              <span className={styles.text}>{text === "" ? "Not stated" : text}</span>
              <span className={styles.count}>{count}</span>
            </label>
          </li>
        ))}
      </ul>
      {listed.length > MOST_LISTED && <p>Write above to find the others.</p>}
    </fieldset>
  );
}
