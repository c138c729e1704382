import { Check } from "lucide-react";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { Popover } from "react-aria-components/Popover";
import { announce } from "../panels/panelStore.ts";
import { classNames } from "../ui/classNames.ts";
import styles from "./CellEditor.module.css";
import {
  type CellChoice,
  type CellChoices,
  cellChoices,
  mergedChoices,
  valueOfChoices,
  withChoice,
} from "./cellChoices.ts";
import type { EditorProps, NextCell } from "./EditorProps.ts";

const MOST_LISTED = 100;

/**
 * Edits a cell by choosing: typing narrows the list, the arrow keys go through it, Enter takes what stands out. Of a cell that takes
 * several, Enter and Space tick; Tab, and Enter with nothing standing out, keep what is ticked. Escape changes nothing.
 */
export function ChoiceCellEditor(props: EditorProps) {
  const { row, content, names, isGone, onSave, onEnd } = props;
  const [{ isMany, choices, chosen: atFirst }] = useState<CellChoices>(
    () => cellChoices(content, row.id, names) ?? { isMany: false, choices: [], chosen: [] },
  );
  const [chosen, setChosen] = useState(atFirst);
  const [query, setQuery] = useState(props.startText ?? "");
  const [current, setCurrent] = useState(() => (query === "" ? -1 : 0));
  const input = useRef<HTMLInputElement>(null);
  const isOver = useRef(false);
  const listId = useId();
  const listed = choicesFor(query, choices);
  useEffect(() => input.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    if (current >= 0) document.getElementById(`${listId}-${current}`)?.scrollIntoView({ block: "nearest" });
  }, [current, listId]);

  const end = (next: NextCell, kept: readonly string[] | undefined) => {
    if (isOver.current) return;
    isOver.current = true;
    if (kept !== undefined && isGone) announce("Somebody has deleted this row. Nothing was changed.");
    else if (kept !== undefined) {
      const now = cellChoices(content, row.id, names)?.chosen ?? [];
      onSave(valueOfChoices(content, isMany ? mergedChoices(atFirst, kept, now) : kept));
    }
    onEnd(next);
  };
  const take = (choice: CellChoice, next: NextCell) => {
    if (!isMany) return end(next, [choice.value]);
    const after = withChoice(chosen, choice.value);
    setChosen(after);
    setQuery("");
    announce(`${choice.label}: ${after.includes(choice.value) ? "ticked" : "not ticked"}`);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const choice = listed[current];
    if (event.key === "Escape") end("stay", undefined);
    else if (event.key === "ArrowDown" || event.key === "ArrowUp")
      setCurrent(step(current, event.key === "ArrowDown" ? 1 : -1, listed.length));
    else if (event.key === " " && isMany && query === "" && choice !== undefined) take(choice, "stay");
    else if (event.key === "Enter" && choice !== undefined) take(choice, "down");
    else if (event.key === "Enter") end("down", isMany ? chosen : undefined);
    else if (event.key === "Tab") {
      const single = choice === undefined ? undefined : [choice.value];
      end(event.shiftKey ? "left" : "right", isMany ? chosen : single);
    } else return;
    event.preventDefault();
  };

  return (
    <>
      <input
        ref={input}
        className={styles.input}
        role="combobox"
        aria-label={`${props.label}, ${names.nameOf(row.id)}`}
        aria-expanded
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={current < 0 ? undefined : `${listId}-${current}`}
        placeholder={wordsFor(chosen, choices)}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setCurrent(event.target.value === "" ? -1 : 0);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => end("elsewhere", isMany ? chosen : undefined)}
      />
      <Popover
        triggerRef={input}
        isOpen
        isNonModal
        placement="bottom start"
        offset={2}
        className={classNames(styles.choices)}
      >
        {/* The list is worked from the field: a press must not take the focus from there. */}
        <div onPointerDown={(event) => event.preventDefault()}>
          <div
            id={listId}
            role="listbox"
            tabIndex={-1}
            aria-label={props.label}
            aria-multiselectable={isMany}
            className={styles.list}
          >
            {listed.map((choice, index) => (
              <Option
                key={choice.value}
                id={`${listId}-${index}`}
                choice={choice}
                isChosen={chosen.includes(choice.value)}
                isCurrent={index === current}
                onTake={() => take(choice, "stay")}
              />
            ))}
          </div>
          {listed.length === 0 && <p className={styles.hint}>Nothing is called that.</p>}
          {isMany && <p className={styles.hint}>Enter ticks, Tab keeps, Esc leaves it as it was.</p>}
        </div>
      </Popover>
    </>
  );
}

function Option({
  id,
  choice,
  isChosen,
  isCurrent,
  onTake,
}: {
  readonly id: string;
  readonly choice: CellChoice;
  readonly isChosen: boolean;
  readonly isCurrent: boolean;
  readonly onTake: () => void;
}) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys work in the field that the list belongs to.
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      data-current={isCurrent ? "" : undefined}
      className={styles.option}
      onClick={onTake}
    >
      <Check aria-hidden visibility={isChosen ? "visible" : "hidden"} />
      <span>{choice.label}</span>
    </div>
  );
}

function choicesFor(query: string, choices: readonly CellChoice[]): readonly CellChoice[] {
  const wanted = query.trim().toLocaleLowerCase("en-GB");
  const fitting =
    wanted === ""
      ? choices
      : choices.filter(({ label }) => label.toLocaleLowerCase("en-GB").includes(wanted));
  const startsSo = ({ label }: CellChoice) => label.toLocaleLowerCase("en-GB").startsWith(wanted);
  const inOrder =
    wanted === "" ? fitting : [...fitting.filter(startsSo), ...fitting.filter((choice) => !startsSo(choice))];
  return inOrder.slice(0, MOST_LISTED);
}

function step(current: number, by: number, count: number): number {
  if (count === 0) return -1;
  if (current < 0) return by > 0 ? 0 : count - 1;
  return (current + by + count) % count;
}

function wordsFor(chosen: readonly string[], choices: readonly CellChoice[]): string {
  return choices
    .filter(({ value }) => chosen.includes(value))
    .map(({ label }) => label)
    .join("; ");
}
