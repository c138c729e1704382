import type { LibraryTheme } from "../../shared/library/LibraryEntry.ts";
import { LIBRARY_THEMES } from "../../shared/library/themeWords.ts";
import { SEVERITIES, type Severity } from "../../shared/model/systemMap.ts";
import { ApiError, callApi, isRecord } from "../sync/callApi.ts";

/** How many findings a map starts with, by severity. */
export type FindingCounts = Readonly<Record<Severity, number>>;

/** What is shown of a map that comes along. */
export interface LibraryListing {
  /** What it is asked for by. */
  readonly name: string;
  readonly title: string;
  readonly kind: "system" | "template";
  readonly theme: LibraryTheme;
  readonly summary: string;
  /** What somebody learns from it; of a template: when to start from it. */
  readonly teaches: string;
  readonly source: string;
  /** The names on the map. */
  readonly elements: readonly string[];
  /** Absent where the server does not say. */
  readonly findings: FindingCounts | undefined;
}

/**
 * The templates and real systems that the server offers, in its order.
 * @throws ApiError
 */
export async function fetchLibrary(signal: AbortSignal): Promise<readonly LibraryListing[]> {
  const answer = await callApi("/api/library", { signal });
  if (!isRecord(answer) || !Array.isArray(answer.library))
    throw new ApiError("The list of maps could not be read. Reload the page.", 500);
  return answer.library.flatMap((entry: unknown) => readListing(entry) ?? []);
}

/** Whether a text names a theme of the library. */
export function isLibraryTheme(value: unknown): value is LibraryTheme {
  return LIBRARY_THEMES.some(({ theme }) => theme === value);
}

function readListing(value: unknown): LibraryListing | undefined {
  if (!isRecord(value)) return undefined;
  const { name, title, kind, theme, summary, teaches, source, elements, findings } = value;
  if (typeof name !== "string" || (kind !== "system" && kind !== "template")) return undefined;
  if (!isLibraryTheme(theme)) return undefined;
  return {
    name,
    title: typeof title === "string" ? title : name,
    kind,
    theme,
    summary: textOf(summary),
    teaches: textOf(teaches),
    source: textOf(source),
    elements: Array.isArray(elements) ? elements.filter((element) => typeof element === "string") : [],
    findings: readCounts(findings),
  };
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function readCounts(value: unknown): FindingCounts | undefined {
  if (!isRecord(value)) return undefined;
  const { error, warning, info } = value;
  if (SEVERITIES.some((severity) => !Number.isInteger(value[severity]))) return undefined;
  return { error: Number(error), warning: Number(warning), info: Number(info) };
}
