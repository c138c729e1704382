import { MapFileError } from "../../shared/model/MapFileError.ts";
import { LIMITS } from "../../shared/protocol/limits.ts";
import { parseJson } from "../jobs/parseJson.ts";
import { HttpError } from "./HttpError.ts";

export type Fields = Readonly<Record<string, unknown>>;

/**
 * The fields of a small JSON body, of which only these are known.
 * @throws HttpError 400
 */
export function readFields(body: Uint8Array, known: readonly string[]): Fields {
  let value: unknown;
  try {
    value = parseJson(body);
  } catch (error) {
    if (error instanceof MapFileError) throw new HttpError(400, error.message);
    throw error;
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new HttpError(400, "The body must be an object.");
  }
  const unknown = Object.keys(value).find((name) => !known.includes(name));
  if (unknown !== undefined) throw new HttpError(400, `There is no field "${unknown}".`, unknown);
  return value as Fields;
}

/** @throws HttpError 400 where the field is no text, or longer than a title may be. */
export function textField(fields: Fields, name: string): string {
  const value = fields[name];
  if (typeof value === "string" && value.length <= LIMITS.titleCharacters) return value;
  throw new HttpError(
    400,
    value === undefined
      ? `The field "${name}" is missing.`
      : `The field "${name}" must be a text of at most ${LIMITS.titleCharacters} characters.`,
    name,
  );
}

/** A moment to come, in milliseconds since 1970; `null` where the field is absent or null. @throws HttpError 400 */
export function futureField(fields: Fields, name: string): number | null {
  const value = fields[name];
  if (value === undefined || value === null) return null;
  const at =
    typeof value === "string" && /^\d{4}-\d\d-\d\d(T.+)?$/.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(at))
    throw new HttpError(
      400,
      `The field "${name}" must be a date or a date-time such as 2030-04-01T09:30:00Z.`,
      name,
    );
  if (at <= Date.now()) throw new HttpError(400, `The field "${name}" must be in the future.`, name);
  return at;
}
