import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from "jose";
import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  ClientSecretBasic,
  ClientSecretPost,
  Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  None,
  ResponseBodyError,
  randomNonce,
  randomPKCECodeVerifier,
} from "openid-client";
import type { SessionsOf } from "../storage/SignInStore.ts";
import { type Claims, nameIn, organisationIn } from "./claims.ts";
import { DirectoryError } from "./DirectoryError.ts";
import type { WhoSignedIn } from "./Sessions.ts";
import type { SignInSettings } from "./signInSettings.ts";

/** Whom the directory has signed out. */
export type SignedOut = Pick<SessionsOf, "subject" | "directorySession">;

/** What a sign-in is checked by when it comes back. */
export interface Secrets {
  readonly nonce: string;
  readonly verifier: string;
}

/** How long one answer of the directory may take: somebody waits for it. */
const longestAnswerSeconds = 10;
/** How long what the directory says of itself is believed. */
const discoveredForMs = 60 * 60 * 1_000;
/** How old the directory's word may be that somebody has signed out there, and how far two clocks may differ. */
const longestNewsSeconds = 120;
const clockToleranceSeconds = 30;
const signOutEvent = "http://schemas.openid.net/event/backchannel-logout";

/**
 * The OpenID provider that knows who people are. It is asked when somebody signs in, not before: the server runs whether or not
 * it can be reached.
 */
export class Directory {
  readonly #settings: SignInSettings;
  readonly #callback: URL;
  #keys: { readonly address: string; readonly find: JWTVerifyGetKey } | null = null;
  #discovered: { readonly at: number; readonly configuration: Promise<Configuration> } | null = null;

  /** @param callback where people come back to; the directory knows it beforehand. */
  constructor(settings: SignInSettings, callback: URL) {
    this.#settings = settings;
    this.#callback = callback;
  }

  get issuer(): string {
    return this.#settings.issuer.href;
  }

  get words(): string {
    return this.#settings.words;
  }

  /** Where to send somebody who wants to sign in. @param state comes back with them. @throws DirectoryError */
  async begin(state: string): Promise<Secrets & { readonly address: URL }> {
    const configuration = await this.#configuration();
    const nonce = randomNonce();
    const verifier = randomPKCECodeVerifier();
    const address = buildAuthorizationUrl(configuration, {
      redirect_uri: this.#callback.href,
      scope: this.#settings.scopes,
      response_type: "code",
      state,
      nonce,
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
    });
    return { address, nonce, verifier };
  }

  /** Who has come back. @param answer the query that they came with. @throws DirectoryError */
  async finish(answer: string, state: string, { nonce, verifier }: Secrets): Promise<WhoSignedIn> {
    const configuration = await this.#configuration();
    const claims = await this.#claims(configuration, answer, state, { nonce, verifier });
    const name = nameIn(claims);
    if (name === null) throw new DirectoryError("nameless");
    return {
      issuer: this.issuer,
      subject: String(claims.sub),
      directorySession: typeof claims.sid === "string" ? claims.sid : null,
      name,
      organisation: organisationIn(claims, this.#settings.organisationClaim),
    };
  }

  /** Where to send somebody to end their session with the directory as well; `null` where that is not possible now. */
  async endAddress(returnTo: URL): Promise<string | null> {
    try {
      const configuration = await this.#configuration();
      if (configuration.serverMetadata().end_session_endpoint === undefined) return null;
      return buildEndSessionUrl(configuration, { post_logout_redirect_uri: returnTo.href }).href;
    } catch (error) {
      if (error instanceof DirectoryError) return null;
      throw error;
    }
  }

  /** Who has signed out at the directory, by its own signed word; `null` where it is no such word. @throws DirectoryError */
  async readSignOut(token: string): Promise<SignedOut | null> {
    const configuration = await this.#configuration();
    const { issuer, jwks_uri: address } = configuration.serverMetadata();
    if (address === undefined) return null;
    try {
      const { payload } = await jwtVerify(token, this.#keysAt(address), {
        issuer,
        audience: this.#settings.clientId,
        requiredClaims: ["iat", "jti", "events"],
        maxTokenAge: longestNewsSeconds,
        clockTolerance: clockToleranceSeconds,
      });
      return signedOutIn(payload);
    } catch (error) {
      if (error instanceof errors.JWKSTimeout || isOutOfReach(error))
        throw new DirectoryError("unreachable", error);
      return null;
    }
  }

  async #claims(
    configuration: Configuration,
    answer: string,
    state: string,
    { nonce, verifier }: Secrets,
  ): Promise<Claims> {
    const cameBackTo = new URL(this.#callback);
    cameBackTo.search = answer;
    try {
      const tokens = await authorizationCodeGrant(configuration, cameBackTo, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw new DirectoryError("failed");
      if (configuration.serverMetadata().userinfo_endpoint === undefined) return claims;
      // Many directories tell names only here.
      return { ...(await fetchUserInfo(configuration, tokens.access_token, claims.sub)), ...claims };
    } catch (error) {
      throw asDirectoryError(error);
    }
  }

  /** The directory's keys, which are kept for a while, so that nobody can have them fetched again and again. */
  #keysAt(address: string): JWTVerifyGetKey {
    if (this.#keys?.address !== address) {
      const timeoutDuration = longestAnswerSeconds * 1_000;
      this.#keys = { address, find: createRemoteJWKSet(new URL(address), { timeoutDuration }) };
    }
    return this.#keys.find;
  }

  /** @throws DirectoryError */
  async #configuration(): Promise<Configuration> {
    const now = Date.now();
    if (this.#discovered && now - this.#discovered.at < discoveredForMs)
      return this.#discovered.configuration;
    const configuration = this.#discover();
    const discovered = { at: now, configuration };
    this.#discovered = discovered;
    // Whoever comes next tries again.
    configuration.catch(() => {
      if (this.#discovered === discovered) this.#discovered = null;
    });
    return configuration;
  }

  async #discover(): Promise<Configuration> {
    const { issuer, clientId, clientSecret } = this.#settings;
    const isInsecure = issuer.protocol === "http:";
    try {
      const found = await discovery(issuer, clientId, undefined, None(), {
        timeout: longestAnswerSeconds,
        execute: isInsecure ? [allowInsecureRequests] : [],
      });
      const server = found.serverMetadata();
      // What a directory says nothing of is `client_secret_basic`, by its standard.
      const ways = server.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
      const secretWay = ways.includes("client_secret_basic") ? ClientSecretBasic : ClientSecretPost;
      const way = clientSecret === null ? None() : secretWay(clientSecret);
      const configuration = new Configuration(server, clientId, undefined, way);
      configuration.timeout = longestAnswerSeconds;
      if (isInsecure) allowInsecureRequests(configuration);
      enableNonRepudiationChecks(configuration);
      return configuration;
    } catch (error) {
      throw new DirectoryError("unreachable", error);
    }
  }
}

/** An ID token, which bears a nonce, is no such word. */
function signedOutIn({ events, nonce, sid, sub }: JWTPayload): SignedOut | null {
  const isSignOut = typeof events === "object" && events !== null && signOutEvent in events;
  const directorySession = typeof sid === "string" ? sid : undefined;
  if (!isSignOut || nonce !== undefined || (sub === undefined && directorySession === undefined)) return null;
  return { subject: sub, directorySession };
}

function asDirectoryError(error: unknown): DirectoryError {
  if (error instanceof DirectoryError) return error;
  if (error instanceof AuthorizationResponseError) {
    const isLater = error.error === "temporarily_unavailable" || error.error === "server_error";
    return new DirectoryError(isLater ? "unreachable" : "declined", error);
  }
  return new DirectoryError(isOutOfReach(error) ? "unreachable" : "failed", error);
}

function isOutOfReach(error: unknown): boolean {
  if (error instanceof ResponseBodyError) return error.status >= 500;
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? error.code : undefined;
  if (code === "OAUTH_TIMEOUT") return true;
  if (error.cause instanceof Response) return error.cause.status >= 500;
  // What `fetch` throws; the library's own have a code.
  return error instanceof TypeError && code === undefined;
}
