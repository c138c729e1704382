import { isRole, type Role } from "../../../shared/protocol/roles.ts";
import { callApi, isRecord } from "../../sync/callApi.ts";
import { mapPath } from "../../sync/enterMap.ts";
import { readDate, unreadable } from "./links.ts";
import { linkName, ROLE_WORDS } from "./roleWords.ts";

/** One line of the security log of a map. */
export interface LoggedEvent {
  readonly at: Date | undefined;
  readonly kind: string;
  /** The link of whoever did it. */
  readonly by: LoggedLink | undefined;
  /** The link that it was done to. */
  readonly about: LoggedLink | undefined;
  readonly detail: string;
}

interface LoggedLink {
  readonly label: string;
  readonly role: Role | undefined;
}

/** What has happened with the links of a map, the newest first. @throws ApiError */
export async function fetchSecurityLog(mapId: string, signal: AbortSignal): Promise<readonly LoggedEvent[]> {
  const answer = await callApi(mapPath(mapId, "/security-log"), { signal });
  if (!isRecord(answer) || !Array.isArray(answer.events)) throw unreadable();
  return answer.events.flatMap((event: unknown) => readEvent(event) ?? []);
}

/** An event in an answer of the server; undefined where it is none. */
export function readEvent(value: unknown): LoggedEvent | undefined {
  if (!isRecord(value) || typeof value.kind !== "string") return undefined;
  return {
    at: readDate(value.at),
    kind: value.kind,
    by: readLink(value.by),
    about: readLink(value.about),
    detail: typeof value.detail === "string" ? value.detail : "",
  };
}

const exportWords: Readonly<Record<string, string>> = {
  svg: "the picture (SVG)",
  png: "the picture (PNG)",
  file: "the map file",
  findings: "the findings",
  moment: "the map as it was at an earlier moment",
};

/** What has happened, as a sentence. */
export function eventWords({ kind, by, about, detail }: LoggedEvent): string {
  const who = by === undefined ? "Somebody" : `Somebody with ${quoted(by)}`;
  const what = about === undefined ? "a link" : quoted(about);
  switch (kind) {
    case "created":
      return "The map was made.";
    case "opened":
      return `${who} opened the map.`;
    case "link-made":
      return `${who} made ${what}.`;
    case "code-made":
      return `${who} made a short code: ${what}.`;
    case "link-changed":
      return `${who} changed ${what}.`;
    case "link-revoked":
      return `${who} revoked ${what}.`;
    case "removed":
      return `${who} removed a person who had come by ${what}.`;
    case "let-back-in":
      return `${who} let a removed person back in.`;
    case "exported":
      return `${who} fetched ${exportWords[detail] ?? "the map"} from the server.`;
    case "erased":
      return `${who} erased a person’s name.`;
    case "deleted":
      return detail === "retention"
        ? "The server deleted the map, for nobody had opened it for long."
        : `${who} deleted the map.`;
    case "join-failed":
      return "A short code was tried that opens nothing.";
    case "signed-in":
      return "Somebody signed in.";
    case "signed-out":
      return "Somebody signed out.";
    case "sign-in-refused":
      return "Somebody came back from the directory and was not signed in.";
    case "admin-owner-link":
      return "The administrator of the server made an owner’s link.";
    case "admin-deleted":
      return "The administrator of the server deleted the map.";
    case "admin-listed":
      return "The administrator looked at the list of maps.";
    case "admin-refused":
      return "A wrong administrator’s key was shown.";
    default:
      return kind;
  }
}

function quoted({ label, role }: LoggedLink): string {
  if (label !== "") return `“${label}”${role === undefined ? "" : ` (${ROLE_WORDS[role].toLowerCase()})`}`;
  return role === undefined ? "a link" : `the ${linkName({ label, role }).toLowerCase()}`;
}

function readLink(value: unknown): LoggedLink | undefined {
  if (!isRecord(value)) return undefined;
  return {
    label: typeof value.label === "string" ? value.label : "",
    role: isRole(value.role) ? value.role : undefined,
  };
}
