import { ApiError, callApi, isRecord } from "../sync/callApi.ts";

/** What the start page shows of a map that comes along. */
export interface LibraryListing {
  /** What it is asked for by. */
  readonly name: string;
  readonly title: string;
  readonly kind: "system" | "template";
  readonly summary: string;
  readonly source: string;
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

function readListing(value: unknown): LibraryListing | undefined {
  if (!isRecord(value)) return undefined;
  const { name, title, kind, summary, source } = value;
  if (typeof name !== "string" || (kind !== "system" && kind !== "template")) return undefined;
  return {
    name,
    title: typeof title === "string" ? title : name,
    kind,
    summary: typeof summary === "string" ? summary : "",
    source: typeof source === "string" ? source : "",
  };
}
