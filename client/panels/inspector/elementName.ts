import type { MapElement } from "../../../shared/model/element.ts";

/** Beyond this a name is no name any more but a text, and would push everything else off the panel. */
const longestName = 120;

/** What an element is called in the panels: its name, for a note its text, else that it has none. Shortened where it is very long. */
export function elementName(element: MapElement): string {
  const name = element.name.trim() || (element.type === "note" ? (element.text ?? "").trim() : "");
  return name === "" ? `Unnamed ${element.type}` : shortened(name);
}

function shortened(name: string): string {
  if (name.length <= longestName) return name;
  // By character, so that none outside the basic plane is cut in half.
  return `${[...name.slice(0, longestName * 2)].slice(0, longestName).join("")}…`;
}
