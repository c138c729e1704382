import type { MapListing } from "../storage/AccessStore.ts";

/** What the server says of long work, one line of JSON each. The last is an error or a result. */
export type ControlLine =
  | { readonly step: string; readonly doneBytes?: number; readonly allBytes?: number }
  | { readonly error: string }
  /** So many bytes of the backup follow. */
  | { readonly bytes: number }
  /** The restore is done; what was there before lies in this file of the data folder. */
  | { readonly aside: string };

/** Answer of `GET /maps`. */
export interface MapsAnswer {
  readonly retentionDays: number | null;
  readonly maps: readonly MapListing[];
}
