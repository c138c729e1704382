import { fieldWord, wordFor } from "../../shared/model/words.ts";
import type { CellContent } from "../../shared/table/cell.ts";
import { NOT_STATED } from "../panels/inspector/valueWords.ts";
import { NONE_STATED } from "./cellText.ts";
import type { NameBook } from "./NameBook.ts";

export interface CellChoice {
  readonly value: string;
  readonly label: string;
}

/** What a cell can be chosen from. */
export interface CellChoices {
  /** Whether any number of them can be chosen. */
  readonly isMany: boolean;
  readonly choices: readonly CellChoice[];
  readonly chosen: readonly string[];
}

/** Stand for "not stated" and for a stated empty list; no value of the map is called so. */
export const NO_CHOICE = "";
export const EMPTY_LIST = "\u0000none";

/** The choices of a cell that is edited by choosing; undefined for one that is edited by typing or not at all. */
export function cellChoices(content: CellContent, ownId: string, names: NameBook): CellChoices | undefined {
  if (content.kind === "organisations")
    return { isMany: true, choices: names.ofType("organisation"), chosen: content.ids };
  if (content.kind !== "field") return undefined;
  const { name, field, value, required } = content;
  const none = required ? [] : [{ value: NO_CHOICE, label: NOT_STATED }];
  const chosen = [value === undefined ? NO_CHOICE : String(value)];
  switch (field.type) {
    case "one-of":
      return { isMany: false, choices: [...none, ...inWords(name, field.values ?? [])], chosen };
    case "yes-no":
      return {
        isMany: false,
        choices: [...none, { value: "true", label: "Yes" }, { value: "false", label: "No" }],
        chosen,
      };
    case "id": {
      const others = names.ofType(field.names ?? "organisation").filter((choice) => choice.value !== ownId);
      return { isMany: false, choices: [...none, ...others], chosen };
    }
    case "list-of": {
      const list = value as readonly string[] | undefined;
      return {
        isMany: true,
        choices: [
          { value: EMPTY_LIST, label: `${NONE_STATED} (stated: no ${fieldWord(name).toLowerCase()})` },
          ...inWords(name, field.values ?? []),
        ],
        chosen: list === undefined ? [] : list.length === 0 ? [EMPTY_LIST] : list,
      };
    }
    default:
      return undefined;
  }
}

/** The choices after one has been taken in or out; "none" and the others exclude each other. */
export function withChoice(chosen: readonly string[], value: string): readonly string[] {
  if (chosen.includes(value)) return chosen.filter((each) => each !== value);
  return value === EMPTY_LIST ? [EMPTY_LIST] : [...chosen.filter((each) => each !== EMPTY_LIST), value];
}

/** What is chosen once one's own ticks are laid over what others have chosen meanwhile. */
export function mergedChoices(
  atFirst: readonly string[],
  own: readonly string[],
  now: readonly string[],
): readonly string[] {
  const added = own.filter((each) => !atFirst.includes(each));
  const kept = now.filter((each) => own.includes(each) || !atFirst.includes(each));
  const merged = [...kept, ...added.filter((each) => !kept.includes(each))];
  return merged.length > 1 ? merged.filter((each) => each !== EMPTY_LIST) : merged;
}

/** What chosen ones are as the value of the cell. */
export function valueOfChoices(
  content: CellContent,
  chosen: readonly string[],
): string | boolean | readonly string[] | undefined {
  if (content.kind === "organisations") return chosen;
  if (content.kind !== "field") return undefined;
  if (content.field.type === "list-of") {
    if (chosen.includes(EMPTY_LIST)) return [];
    return chosen.length === 0
      ? undefined
      : (content.field.values ?? []).filter((each) => chosen.includes(each));
  }
  const [value = NO_CHOICE] = chosen;
  if (value === NO_CHOICE) return undefined;
  return content.field.type === "yes-no" ? value === "true" : value;
}

function inWords(name: string, values: readonly string[]): readonly CellChoice[] {
  return values.map((value) => ({ value, label: wordFor(value, name) }));
}
