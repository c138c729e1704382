import { LIMITS } from "../../shared/protocol/limits.ts";

/** Somebody who is signed in, as the directory names them. */
export interface SignedInPerson {
  /** Id of their session; no secret. */
  readonly session: string;
  readonly name: string;
  /** `null` where the directory has told none. */
  readonly organisation: string | null;
  /** When they have to sign in again. */
  readonly expiresAt: number;
}

/** What others see of them, and what is kept with what they write: as long as a name may be that people give themselves. */
export function shownName({ name, organisation }: Pick<SignedInPerson, "name" | "organisation">) {
  const most = LIMITS.presenceNameCharacters;
  return { name: name.slice(0, most), organisation: (organisation ?? "").slice(0, most) };
}
