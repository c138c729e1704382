import type { MapElement } from "../../../shared/model/element.ts";

/** What an element is called in the panels: its name, for a note the beginning of its text, else that it has none. */
export function elementName(element: MapElement): string {
  const name = element.name.trim();
  if (name !== "") return name;
  if (element.type === "note" && element.text !== undefined && element.text.trim() !== "")
    return shortened(element.text.trim());
  return `Unnamed ${element.type}`;
}

const longestName = 60;

function shortened(text: string): string {
  const characters = [...text];
  return characters.length > longestName ? `${characters.slice(0, longestName).join("")}…` : text;
}
