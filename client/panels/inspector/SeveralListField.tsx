import { fieldWord, wordFor } from "../../../shared/model/words.ts";
import spoken from "../../ui/spoken.module.css";
import styles from "./fields.module.css";
import { type StatedList, statedAsNone, withValue } from "./listChoice.ts";
import { NOT_STATED } from "./valueWords.ts";

/** Any number out of a list, for several records at once: a tick gives the value to all of them and leaves their others as they are. */
export function SeveralListField({
  name,
  noneLabel,
  values,
  lists,
  onSave,
}: {
  readonly name: string;
  /** What a stated empty list means here. */
  readonly noneLabel: string;
  readonly values: readonly string[];
  readonly lists: readonly StatedList[];
  /** Writes a list to each, in the order of `lists`. */
  readonly onSave: (lists: readonly StatedList[]) => void;
}) {
  const label = fieldWord(name);
  const countOf = (value: string) => lists.filter((list) => list?.includes(value)).length;
  const none = lists.filter((list) => list?.length === 0).length;
  const inAll = values.filter((value) => countOf(value) === lists.length);
  const inSome = values.filter((value) => countOf(value) > 0).length - inAll.length;
  const words = [
    ...(inAll.length > 0 ? [`All: ${inAll.map((value) => wordFor(value, name)).join(", ")}`] : []),
    ...(inSome > 0 ? [`${inSome} in some of them`] : []),
  ];
  return (
    <details className={styles.listDetails}>
      <summary className={styles.listSummary}>
        <span className={styles.label}>{label}: </span>
        {words.length > 0 ? words.join("; ") : none === lists.length ? noneLabel : NOT_STATED}
      </summary>
      <fieldset className={styles.set}>
        <legend className={spoken.only}>{label}</legend>
        {values.map((value) => (
          <Tick
            key={value}
            label={wordFor(value, name)}
            count={countOf(value)}
            of={lists.length}
            onChange={(ticked) => onSave(lists.map((list) => withValue(list, value, ticked, values)))}
          />
        ))}
        <Tick
          label={noneLabel}
          isNone
          count={none}
          of={lists.length}
          onChange={(ticked) => onSave(lists.map(() => statedAsNone(ticked)))}
        />
      </fieldset>
    </details>
  );
}

function Tick({
  label,
  count,
  of,
  isNone = false,
  onChange,
}: {
  readonly label: string;
  readonly count: number;
  readonly of: number;
  readonly isNone?: boolean;
  readonly onChange: (ticked: boolean) => void;
}) {
  const isPart = count > 0 && count < of;
  return (
    <label className={isNone ? styles.tickNone : styles.tick}>
      <input
        type="checkbox"
        checked={count === of}
        ref={(box) => {
          if (box !== null) box.indeterminate = isPart;
        }}
        onChange={(event) => onChange(event.target.checked)}
      />
      {label}
      {isPart && (
        <span className={styles.mixed}>
          {count} of {of}
        </span>
      )}
    </label>
  );
}
