import { type Context, Hono } from "hono";
import { AuthorizationResponseError, ResponseBodyError } from "openid-client";
import { LIMITS } from "../../shared/protocol/limits.ts";
import { SIGN_IN_PROBLEM_PARAMETER, type SignInProblem } from "../../shared/protocol/signIn.ts";
import { AddressLimiter } from "../access/AddressLimiter.ts";
import { shownName } from "../access/SignedInPerson.ts";
import { hashToken, newToken } from "../access/tokens.ts";
import type { Directory, SignedOut } from "../signin/Directory.ts";
import { DirectoryError } from "../signin/DirectoryError.ts";
import { returnPathOf } from "../signin/returnPath.ts";
import type { SignInAttempt } from "../storage/SignInStore.ts";
import { HttpError } from "./HttpError.ts";
import { readBody } from "./readBody.ts";
import type { Environment, Services } from "./Services.ts";
import { checkPace } from "./TooManyRequests.ts";

/** How long somebody may take at the directory: they look for a telephone with a code. */
const attemptMs = 15 * 60 * 1_000;

/** Signing in with the directory, and out again; where no directory is set up, nobody does. */
export function signInRoutes(services: Services): Hono<Environment> {
  const { door, log, security, sessions, signInCookies, storage } = services;
  const routes = new Hono<Environment>();
  const signIns = new AddressLimiter(LIMITS.sessionsPerSecond, LIMITS.sessionsBurst);

  routes.get("/me", async (context) => {
    const person = await door.personOf(context.env.incoming);
    const { directory } = services;
    return context.json({
      signIn: directory && { words: directory.words },
      person: person && { ...shownName(person), expiresAt: new Date(person.expiresAt).toISOString() },
    });
  });

  routes.get("/sign-in", async (context) => {
    const { directory } = withDirectory(context);
    const returnPath = returnPathOf(context.req.query("return"));
    const state = newToken();
    try {
      const { address, nonce, verifier } = await directory.begin(state);
      const browser = signInCookies.readBeginning(context.req.header("cookie")) ?? newToken();
      await storage.signIns.addAttempt({
        id: hashToken(state),
        browserHash: hashToken(browser),
        nonce,
        verifier,
        returnPath,
        expiresAt: Date.now() + attemptMs,
      });
      context.header("Set-Cookie", signInCookies.beginning(browser, attemptMs));
      return context.redirect(address.href, 303);
    } catch (error) {
      return refused(context, error, returnPath);
    }
  });

  routes.get("/sign-in/callback", async (context) => {
    const { directory } = withDirectory(context);
    const state = context.req.query("state") ?? "";
    const attempt = await takeAttempt(context, state);
    if (!attempt) return refused(context, new DirectoryError("too-late"), returnPathOf(undefined));
    try {
      const answer = new URL(context.req.url).search;
      const { token } = await sessions.begin(await directory.finish(answer, state, attempt));
      // Whoever was signed in here before is not any more.
      const before = await door.personOf(context.env.incoming);
      if (before) await sessions.end(before.session);
      context.header("Set-Cookie", signInCookies.session(token, services.signIn?.sessionMs ?? 0));
      security.note({ kind: "signed-in", address: door.addressOf(context.env.incoming) });
      return context.redirect(pageAt(attempt.returnPath).href, 303);
    } catch (error) {
      return refused(context, error, attempt.returnPath);
    }
  });

  routes.post("/sign-out", async (context) => {
    const { directory, publicUrl } = withDirectory(context);
    const person = await door.personOf(context.env.incoming);
    if (person && (await sessions.end(person.session)))
      security.note({ kind: "signed-out", address: door.addressOf(context.env.incoming) });
    context.header("Set-Cookie", signInCookies.endedSession());
    return context.json({ goOn: person && (await directory.endAddress(publicUrl)) });
  });

  routes.post("/sign-out/back-channel", async (context) => {
    const { directory } = withDirectory(context);
    const body = await readBody(context.env.incoming, LIMITS.requestBodyBytes);
    const token = new URLSearchParams(new TextDecoder().decode(body)).get("logout_token") ?? "";
    const signedOut = await readSignOut(directory, token);
    if (!signedOut)
      throw new HttpError(400, "This is no word of the directory that somebody has signed out.");
    const ended = await sessions.endOf({ issuer: directory.issuer, ...signedOut });
    const noted = {
      kind: "signed-out",
      detail: "directory",
      address: door.addressOf(context.env.incoming),
    } as const;
    if (ended > 0) security.note(noted);
    return context.body(null, 200);
  });

  /** @throws HttpError 503 */
  async function readSignOut(directory: Directory, token: string): Promise<SignedOut | null> {
    try {
      return await directory.readSignOut(token);
    } catch (error) {
      if (!(error instanceof DirectoryError)) throw error;
      throw new HttpError(503, "The directory cannot be asked for its keys now. Try again in a minute.");
    }
  }

  /** @throws HttpError 404 where nobody signs in on this server; TooManyRequests */
  function withDirectory({ env }: Context<Environment>): {
    readonly directory: Directory;
    readonly publicUrl: URL;
  } {
    const { directory, publicUrl } = services;
    if (directory === null || publicUrl === null) throw new HttpError(404, "Nobody signs in on this server.");
    checkPace(
      signIns.take(door.addressOf(env.incoming)),
      "Too many people sign in at once. Try again in a moment.",
    );
    return { directory, publicUrl };
  }

  /** What was begun in this browser and in time; it is taken only once. */
  async function takeAttempt(context: Context<Environment>, state: string): Promise<SignInAttempt | null> {
    const browser = signInCookies.readBeginning(context.req.header("cookie"));
    if (browser === null) return null;
    const attempt = await storage.signIns.takeAttempt(hashToken(state), hashToken(browser));
    return attempt && attempt.expiresAt > Date.now() ? attempt : null;
  }

  /** Sends somebody who is not signed in back to the page that they came from, which says why. */
  function refused(context: Context<Environment>, error: unknown, returnPath: string): Response {
    if (!(error instanceof DirectoryError)) throw error;
    const { cause, problem } = error;
    const address = door.addressOf(context.env.incoming);
    security.noteOnce({ kind: "sign-in-refused", detail: problem, address });
    if (cause !== undefined) log.warn({ err: cause, problem, said: wordOf(cause) }, "Nobody was signed in.");
    const page = pageAt(returnPath);
    page.searchParams.set(SIGN_IN_PROBLEM_PARAMETER, problem satisfies SignInProblem);
    return context.redirect(page.href, 303);
  }

  /** A path of this server as a whole address: a path alone may look like another host to a browser. */
  function pageAt(path: string): URL {
    const { origin } = services.publicUrl ?? new URL(services.listeningUrl());
    return new URL(origin + path);
  }

  return routes;
}

/** The error code of the directory's answer, such as `invalid_client`: of what it says besides, nobody knows what it holds. */
function wordOf(cause: unknown): string | undefined {
  const isAnswer = cause instanceof AuthorizationResponseError || cause instanceof ResponseBodyError;
  return isAnswer && /^[a-z_]{1,40}$/.test(cause.error) ? cause.error : undefined;
}
