import { isRecord } from "./callApi.ts";

const organisations = new Map<string, string>();

/** Notes which organisation a map belongs to, as the server says when it lets this tab in. */
export function noteOrganisation(mapId: string, answer: unknown): void {
  if (isRecord(answer) && typeof answer.organisation === "string")
    organisations.set(mapId, answer.organisation);
}

/** The organisation that a map belongs to; undefined where it belongs to none. */
export function organisationOf(mapId: string): string | undefined {
  return organisations.get(mapId);
}
