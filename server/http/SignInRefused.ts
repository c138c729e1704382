import { SIGN_IN_REASONS, type SignInRefusal } from "../../shared/protocol/signIn.ts";
import { HttpError } from "./HttpError.ts";

/** A link that is valid does not let this caller in, for it demands a sign-in. `code` and `link` are for the page, which can offer one. */
export class SignInRefused extends HttpError {
  readonly code: SignInRefusal;
  /** Id of the link; no secret. */
  readonly link: string;

  /** @param organisation that the map belongs to. */
  constructor(code: SignInRefusal, link: string, organisation: string | null) {
    super(code === SIGN_IN_REASONS.needed ? 401 : 403, wordsOf(code, organisation));
    this.code = code;
    this.link = link;
  }
}

function wordsOf(code: SignInRefusal, organisation: string | null): string {
  if (code === SIGN_IN_REASONS.needed) return "This link opens the map only for people who are signed in.";
  const whose = organisation ?? "the organisation that the map belongs to";
  return `This link opens the map only for people of ${whose}, as your sign-in names it.`;
}
