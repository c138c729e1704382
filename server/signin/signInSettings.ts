/** How people sign in: with one OpenID provider, which is called the directory here. */
export interface SignInSettings {
  readonly issuer: URL;
  readonly clientId: string;
  /** `null`: the directory knows this server as a public client. */
  readonly clientSecret: string | null;
  readonly scopes: string;
  /** Which claim tells a person's organisation: its name, or the names on the way to it with dots between. */
  readonly organisationClaim: string;
  /** What stands on the button. */
  readonly words: string;
  /** After so long people sign in again. */
  readonly sessionMs: number;
}

/** The variables as they were set; `undefined` where they were not. */
export interface SignInVariables {
  readonly issuer: string | undefined;
  readonly clientId: string | undefined;
  readonly clientSecret: string | undefined;
  readonly scopes: string | undefined;
  readonly organisationClaim: string | undefined;
  readonly name: string | undefined;
  readonly sessionHours: string | undefined;
}

const hourMs = 60 * 60 * 1_000;
const longestSessionHours = 24 * 30;
const longestName = 60;

/**
 * Reads how people sign in; `null` where nothing of it is set: then nobody does.
 * @param publicUrl where people come back to; the directory knows it beforehand.
 * @throws Error that names the variable which cannot be used.
 */
export function readSignInSettings(variables: SignInVariables, publicUrl: URL | null): SignInSettings | null {
  const { issuer, clientId, clientSecret = null, scopes = "openid profile email" } = variables;
  const { organisationClaim = "organisation", name = "your organisation", sessionHours = "12" } = variables;
  if (issuer === undefined) {
    if (Object.values(variables).every((value) => value === undefined)) return null;
    throw new Error(
      "OIDC_ISSUER must be set where another OIDC_ variable is: nobody can sign in without it.",
    );
  }
  if (clientId === undefined) throw new Error("OIDC_CLIENT_ID must be set where OIDC_ISSUER is.");
  if (publicUrl === null) {
    throw new Error(
      "PUBLIC_URL must be set where OIDC_ISSUER is: people come back to it from their sign-in.",
    );
  }
  if (!scopes.split(" ").includes("openid")) throw new Error('OIDC_SCOPES must contain "openid".');
  if (name.length > longestName) throw new Error(`OIDC_NAME must have at most ${longestName} characters.`);
  return {
    issuer: readIssuer(issuer),
    clientId,
    clientSecret,
    scopes,
    organisationClaim,
    words: `Sign in with ${name}`,
    sessionMs: readHours(sessionHours) * hourMs,
  };
}

/** Whoever can change what the issuer answers is whom they like: only on the same machine it may come without TLS. */
function readIssuer(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isLocal = url?.hostname === "localhost" || url?.hostname === "127.0.0.1" || url?.hostname === "[::1]";
  if (url?.protocol === "https:" || (url?.protocol === "http:" && isLocal)) return url;
  throw new Error(`OIDC_ISSUER must be an address that begins with https://, not "${text}".`);
}

function readHours(text: string): number {
  const hours = Number(text);
  if (/^\d+$/.test(text) && hours >= 1 && hours <= longestSessionHours) return hours;
  throw new Error(
    `OIDC_SESSION_HOURS must be a number of whole hours from 1 to ${longestSessionHours}, not "${text}".`,
  );
}
