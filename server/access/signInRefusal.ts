import { SIGN_IN_REASONS, type SignInDemand, type SignInRefusal } from "../../shared/protocol/signIn.ts";
import type { SignedInPerson } from "./SignedInPerson.ts";

/** What a link demands, and the organisation that its map belongs to. */
export interface Demand {
  readonly signIn: SignInDemand;
  /** `null`: nobody's, so that nobody is of it. */
  readonly organisation: string | null;
}

/** Why a link does not let somebody in whom its token would; `null` = it does. */
export function signInRefusal(
  { signIn, organisation }: Demand,
  person: SignedInPerson | null,
): SignInRefusal | null {
  if (signIn === "none") return null;
  if (person === null) return SIGN_IN_REASONS.needed;
  if (signIn === "anyone") return null;
  return organisation !== null && person.organisation === organisation
    ? null
    : SIGN_IN_REASONS.otherOrganisation;
}
