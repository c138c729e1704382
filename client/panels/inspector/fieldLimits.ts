import { LIMITS } from "../../../shared/protocol/limits.ts";

/** The most characters that the interface takes for a text; undefined where it sets no limit. A file may hold longer ones. */
export function mostCharactersOf(field: string): number | undefined {
  return field === "name" || field === "title" || field === "label" ? LIMITS.titleCharacters : undefined;
}
