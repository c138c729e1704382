import { LIMITS } from "./limits.ts";

/** What a person's tab tells the others about itself. Of it only name and organisation are stored, with what they write. */
export interface PresenceState {
  readonly user?: PresenceUser;
  /** Map units. */
  readonly cursor?: { readonly x: number; readonly y: number };
  readonly selection?: readonly string[];
  /** While dragging; the drop writes the document. Map units. */
  readonly drag?: { readonly ids: readonly string[]; readonly dx: number; readonly dy: number };
  /** The field that this person is editing. */
  readonly field?: PresenceField;
  /** What this person sees of the map, for those who follow them. Map units. */
  readonly view?: PresenceView;
}

/** A part of the map. */
export interface PresenceView {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One field of an element or relation, or of the map itself. */
export interface PresenceField {
  /** Id of the element or relation; `map` for the map's own fields. */
  readonly id: string;
  /** The field's name in the map file, such as `annualValue`. */
  readonly name: string;
}

export interface PresenceUser {
  readonly name: string;
  readonly organisation: string;
  /** `#rrggbb`. */
  readonly colour: string;
  /** Whether the directory says so: the server sets it for whoever is signed in, and takes it from everybody else. */
  readonly verified?: true;
}

const farthestUnits = 1e7;
const longestIdCharacters = 200;
const longestFieldCharacters = 80;
const fallbackColour = "#425563";

/** Reads what somebody else's program sent as presence: keeps what can be understood, within bounds, and leaves out the rest. Never throws. */
export function readPresence(value: unknown): PresenceState {
  if (!isRecord(value)) return {};
  const user = readUser(value.user);
  const cursor = readPoint(value.cursor, "x", "y");
  const selection = readIds(value.selection);
  const drag = readDrag(value.drag);
  const field = readField(value.field);
  const view = readView(value.view);
  return {
    ...(user ? { user } : {}),
    ...(cursor ? { cursor: { x: cursor[0], y: cursor[1] } } : {}),
    ...(selection ? { selection } : {}),
    ...(drag ? { drag } : {}),
    ...(field ? { field } : {}),
    ...(view ? { view } : {}),
  };
}

function readUser(value: unknown): PresenceUser | null {
  if (!isRecord(value)) return null;
  const { name, organisation, colour, verified } = value;
  return {
    name: shortText(name),
    organisation: shortText(organisation),
    colour: typeof colour === "string" && /^#[0-9a-f]{6}$/i.test(colour) ? colour : fallbackColour,
    ...(verified === true && { verified }),
  };
}

function readDrag(value: unknown): PresenceState["drag"] | null {
  if (!isRecord(value)) return null;
  const ids = readIds(value.ids);
  const by = readPoint(value, "dx", "dy");
  return ids && by ? { ids, dx: by[0], dy: by[1] } : null;
}

function readField(value: unknown): PresenceField | null {
  if (!isRecord(value)) return null;
  const { id, name } = value;
  return isShort(id, longestIdCharacters) && isShort(name, longestFieldCharacters) ? { id, name } : null;
}

function readView(value: unknown): PresenceView | null {
  const at = readPoint(value, "x", "y");
  const size = readPoint(value, "width", "height");
  if (!at || !size || size[0] <= 0 || size[1] <= 0) return null;
  return { x: at[0], y: at[1], width: size[0], height: size[1] };
}

function readPoint(value: unknown, x: string, y: string): readonly [number, number] | null {
  if (!isRecord(value)) return null;
  const [across, down] = [value[x], value[y]];
  return isNear(across) && isNear(down) ? [across, down] : null;
}

function readIds(value: unknown): readonly string[] | null {
  if (!Array.isArray(value)) return null;
  return value
    .slice(0, LIMITS.presenceIds)
    .filter((id): id is string => typeof id === "string" && id.length <= longestIdCharacters);
}

function isShort(value: unknown, mostCharacters: number): value is string {
  return typeof value === "string" && value !== "" && value.length <= mostCharacters;
}

function shortText(value: unknown): string {
  return typeof value === "string" ? value.slice(0, LIMITS.presenceNameCharacters) : "";
}

function isNear(value: unknown): value is number {
  return typeof value === "number" && Math.abs(value) <= farthestUnits;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
