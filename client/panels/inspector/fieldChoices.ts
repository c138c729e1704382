import type { MapElement } from "../../../shared/model/element.ts";
import type { Field } from "../../../shared/model/field.ts";
import {
  COMMISSIONER_KINDS,
  ORGANISATION_KINDS,
  OTHER_KINDS,
  PROVIDER_KINDS,
} from "../../../shared/model/organisationKind.ts";
import { wordFor } from "../../../shared/model/words.ts";
import type { ChoiceGroup } from "./ChoiceFieldEditor.tsx";
import { elementName } from "./elementName.ts";

/** The choices of a field that takes one out of a list; organisation kinds stand in their three groups. */
export function listedChoices(name: string, field: Field<unknown>): readonly ChoiceGroup[] {
  if (field.values === ORGANISATION_KINDS) {
    return [
      { title: "Commissioners", choices: inWords(COMMISSIONER_KINDS, name) },
      { title: "Providers", choices: inWords(PROVIDER_KINDS, name) },
      { title: "Others", choices: inWords(OTHER_KINDS, name) },
    ];
  }
  return [{ title: "", choices: inWords(field.values ?? [], name) }];
}

/** The elements that a reference may name, by name. A record is no choice for itself. */
export function referenceChoices(
  field: Field<unknown>,
  ownId: string,
  elements: readonly MapElement[],
): readonly ChoiceGroup[] {
  const choices = elements
    .filter((element) => element.type === field.names && element.id !== ownId)
    .map((element) => ({ value: element.id, label: elementName(element) }))
    .sort((one, other) => one.label.localeCompare(other.label, "en-GB"));
  return [{ title: "", choices }];
}

function inWords(values: readonly string[], name: string) {
  return values.map((value) => ({ value, label: wordFor(value, name) }));
}
