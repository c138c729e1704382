import {
  CHECKPOINT_KINDS,
  type CheckpointKind,
  type HistoryAnswer,
  type HistoryCheckpoint,
  type HistoryEntry,
  type HistoryLine,
  type HistoryPerson,
  type LinePart,
} from "../../shared/history/HistoryAnswer.ts";
import { isRecord } from "../sync/callApi.ts";

/** Reads what the server answers; undefined where it is no page of a history. What of it cannot be read is left out. */
export function readHistoryAnswer(value: unknown): HistoryAnswer | undefined {
  if (!isRecord(value) || !Array.isArray(value.entries)) return undefined;
  const checkpoints = Array.isArray(value.checkpoints) ? value.checkpoints : [];
  return {
    entries: value.entries.flatMap((entry: unknown) => readEntry(entry) ?? []),
    checkpoints: checkpoints.flatMap((checkpoint: unknown) => readCheckpoint(checkpoint) ?? []),
    next: typeof value.next === "number" ? value.next : null,
  };
}

/** Reads one checkpoint; undefined where it is none. */
export function readCheckpoint(value: unknown): HistoryCheckpoint | undefined {
  const place = readPlace(value);
  if (!isRecord(value) || place === undefined || typeof value.id !== "string") return undefined;
  return {
    ...place,
    id: value.id,
    name: typeof value.name === "string" ? value.name : null,
    kind: isKind(value.kind) ? value.kind : "automatic",
    person: isRecord(value.person) ? readPerson(value.person) : null,
  };
}

function readEntry(value: unknown): HistoryEntry | undefined {
  const place = readPlace(value);
  if (!isRecord(value) || place === undefined) return undefined;
  const lines = Array.isArray(value.lines) ? value.lines : [];
  return {
    ...place,
    person: readPerson(value.person),
    lines: lines.flatMap((line: unknown) => readLine(line) ?? []),
  };
}

function readPlace(value: unknown): { readonly moment: number; readonly at: string } | undefined {
  if (!isRecord(value)) return undefined;
  const { moment, at } = value;
  if (typeof moment !== "number" || typeof at !== "string" || Number.isNaN(Date.parse(at))) return undefined;
  return { moment, at };
}

function readPerson(value: unknown): HistoryPerson {
  const fields = isRecord(value) ? value : {};
  const textOf = (field: unknown) => (typeof field === "string" ? field : "");
  return {
    name: textOf(fields.name),
    organisation: textOf(fields.organisation),
    link: textOf(fields.link),
  };
}

function readLine(value: unknown): HistoryLine | undefined {
  if (!isRecord(value) || !Array.isArray(value.parts)) return undefined;
  return { parts: value.parts.flatMap((part: unknown) => readPart(part) ?? []) };
}

function readPart(value: unknown): LinePart | undefined {
  if (typeof value === "string") return value;
  return isRecord(value) && typeof value.id === "string" && typeof value.name === "string"
    ? { id: value.id, name: value.name }
    : undefined;
}

function isKind(value: unknown): value is CheckpointKind {
  return (CHECKPOINT_KINDS as readonly unknown[]).includes(value);
}
