import type { LibraryTheme } from "../../shared/library/LibraryEntry.ts";
import { isLibraryTheme } from "./library.ts";

/** Which maps of the library somebody wants to see. */
export interface LibraryFilter {
  /** Words that are looked for. */
  readonly text: string;
  /** Absent: every theme. */
  readonly theme: LibraryTheme | undefined;
}

export const NO_FILTER: LibraryFilter = { text: "", theme: undefined };

/** The filter that an address asks for, such as `?q=pool&theme=templates`; what it does not understand it leaves out. */
export function filterOfQuery(query: string): LibraryFilter {
  const wanted = new URLSearchParams(query);
  const theme = wanted.get("theme");
  return { text: wanted.get("q") ?? "", theme: isLibraryTheme(theme) ? theme : undefined };
}

/** The query that asks for a filter; empty where nothing is filtered. */
export function queryOfFilter({ text, theme }: LibraryFilter): string {
  const query = new URLSearchParams();
  if (text.trim() !== "") query.set("q", text.trim());
  if (theme !== undefined) query.set("theme", theme);
  return query.size === 0 ? "" : `?${query}`;
}
