import type { ElementType, MapElement } from "../../shared/model/element.ts";
import { elementName } from "../panels/inspector/elementName.ts";

/** What is found under a name: one element, none, or several of that name. */
export type NameLookup =
  | { readonly found: "one"; readonly id: string }
  | { readonly found: "none" }
  | { readonly found: "several" };

/** The names of a map's elements, to write and to read references by. */
export class NameBook {
  private readonly idsByName = new Map<string, string[]>();

  constructor(
    private readonly elements: readonly MapElement[],
    private readonly elementById: ReadonlyMap<string, MapElement>,
  ) {
    for (const element of elements) {
      const key = keyOf(element.type, element.name);
      const ids = this.idsByName.get(key);
      if (ids === undefined) this.idsByName.set(key, [element.id]);
      else ids.push(element.id);
    }
  }

  /** What an element is called on screen; of one that is missing, that it is. */
  nameOf(id: string): string {
    const element = this.elementById.get(id);
    return element === undefined ? "Deleted" : elementName(element);
  }

  /** Finds an element of a type by its name, whatever the capitals and spaces. */
  find(type: ElementType, name: string): NameLookup {
    const ids = this.idsByName.get(keyOf(type, name)) ?? [];
    const [id] = ids;
    if (id === undefined) return { found: "none" };
    return ids.length > 1 ? { found: "several" } : { found: "one", id };
  }

  /** The elements of a type by name, in the order of the alphabet. */
  ofType(type: ElementType): readonly { readonly value: string; readonly label: string }[] {
    return this.elements
      .filter((element) => element.type === type)
      .map((element) => ({ value: element.id, label: elementName(element) }))
      .sort((one, other) => one.label.localeCompare(other.label, "en-GB"));
  }
}

function keyOf(type: ElementType, name: string): string {
  return `${type} ${name.replace(/\s+/gu, " ").trim().toLocaleLowerCase("en-GB")}`;
}
