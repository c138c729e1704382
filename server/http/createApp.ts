import { type Context, Hono } from "hono";
import { LIMITS } from "../../shared/protocol/limits.ts";
import { AddressLimiter } from "../access/AddressLimiter.ts";
import { TooManyTries } from "../access/TooManyTries.ts";
import { JobError, TooManyJobs } from "../jobs/MapJobs.ts";
import { loggedPath } from "../log/loggedPath.ts";
import { StoreError } from "../storage/StoreError.ts";
import { acceptsGzip } from "./acceptsGzip.ts";
import { adminRoutes } from "./adminRoutes.ts";
import { codeRoutes } from "./codeRoutes.ts";
import { endSessionRoutes } from "./endSessionRoutes.ts";
import { HttpError } from "./HttpError.ts";
import { historyRoutes } from "./historyRoutes.ts";
import { joinRoutes } from "./joinRoutes.ts";
import { libraryRoutes } from "./libraryRoutes.ts";
import { linkRoutes } from "./linkRoutes.ts";
import { liveHttpRoutes } from "./liveHttpRoutes.ts";
import { mapRoutes } from "./mapRoutes.ts";
import { OPEN_API } from "./openApi.ts";
import { operationsRoutes } from "./operationsRoutes.ts";
import { peopleRoutes } from "./peopleRoutes.ts";
import type { Environment, Services } from "./Services.ts";
import { SignInRefused } from "./SignInRefused.ts";
import { StaticFiles } from "./StaticFiles.ts";
import { refuseForeignOrigins, securityHeaders } from "./securityHeaders.ts";
import { securityLogRoutes } from "./securityLogRoutes.ts";
import { sessionRoutes } from "./sessionRoutes.ts";
import { signInRoutes } from "./signInRoutes.ts";
import { TooManyRequests } from "./TooManyRequests.ts";
import { watchCalls } from "./watchCalls.ts";

const pagePaths = /^\/(library|forgotten|join|accessibility|m\/[^/]+)?\/?$/;
const adminPath = /^\/admin\/?$/;
/** When to come again while the thread for pictures and checks is busy. */
const busySeconds = 10;

/** The HTTP side of the server: the public interface, the page, and what those who run it ask for. */
export function createApp(services: Services): Hono<Environment> {
  const app = new Hono<Environment>();
  // Apart from the calls that are counted and waited for: these last as long as a session does.
  app.use("/sync/*", refuseForeignOrigins(services));
  app.route("/sync", liveHttpRoutes(services));
  app.use(watchCalls(services));
  app.use(securityHeaders(services));
  app.use(refuseForeignOrigins(services));
  app.onError((error, context) => errorAnswer(services, error, context));

  app.route("/api/maps", mapRoutes(services));
  const makingLinks = new AddressLimiter(LIMITS.newLinksPerSecond, LIMITS.newLinksBurst);
  app.route("/api/maps", linkRoutes(services, makingLinks));
  app.route("/api/maps", codeRoutes(services, makingLinks));
  app.route("/api/maps", historyRoutes(services));
  app.route("/api/maps", peopleRoutes(services));
  app.route("/api/maps", securityLogRoutes(services));
  app.route("/api/admin", adminRoutes(services));
  app.route("/api", joinRoutes(services));
  app.route("/api", sessionRoutes(services));
  app.route("/api", endSessionRoutes(services));
  app.route("/api", signInRoutes(services));
  app.route("/api/library", libraryRoutes(services));
  app.get("/api/about", (context) => context.json({ accessibilityContact: services.accessibilityContact }));
  app.get("/api", (context) => context.json(OPEN_API));
  app.route("/", operationsRoutes(services));

  const files = new StaticFiles(services.clientFolder);
  app.get("*", async (context) => {
    const { path } = context.req;
    if (path === "/api" || path.startsWith("/api/")) throw new HttpError(404, "There is no such call.");
    const isPage = pagePaths.test(path) || (services.adminKey !== null && adminPath.test(path));
    const isZipped = acceptsGzip(context);
    const answer = await files.answer(isPage ? "index.html" : decodePath(path), isZipped);
    if (answer) return answer;
    if (isPage) throw new HttpError(503, "The page has not been built: run npm run build.");
    // A person who mistyped an address sees the page, which says so; a program sees the error.
    const isPerson = context.req.header("accept")?.includes("text/html") ?? false;
    const page = isPerson ? await files.answer("index.html", isZipped) : null;
    if (page) return new Response(page.body, { status: 404, headers: page.headers });
    throw new HttpError(404, "There is no such page.");
  });
  app.notFound((context) => context.json({ error: { message: "There is no such call." } }, 404));
  return app;
}

function errorAnswer({ log }: Services, error: unknown, context: Context<Environment>): Response {
  const known = asHttpError(error);
  if (!known || error instanceof StoreError) {
    log.error(
      { err: error, method: context.req.method, path: loggedPath(context.req.path) },
      "A call failed.",
    );
  }
  if (!known) {
    return context.json({ error: { message: "The server could not do this. Try again." } }, 500);
  }
  const { status, message, path } = known;
  if (status === 429) {
    const waitSeconds = known instanceof TooManyRequests ? known.waitSeconds : busySeconds;
    context.header("Retry-After", String(waitSeconds));
  }
  const refusal = known instanceof SignInRefused && { code: known.code, link: known.link };
  return context.json({ error: { message, ...(path !== undefined && { path }), ...refusal } }, status);
}

function asHttpError(error: unknown): HttpError | null {
  if (error instanceof HttpError) return error;
  if (error instanceof TooManyTries) return new TooManyRequests(error.message, error.waitSeconds);
  if (error instanceof TooManyJobs) return new HttpError(429, `${error.message} Try again in a moment.`);
  if (error instanceof StoreError)
    return new HttpError(503, "The server cannot reach its store now. Try again in a minute.");
  if (!(error instanceof JobError)) return null;
  if (error.kind === "MapFileError") return new HttpError(400, error.message, error.path);
  if (error.kind === "TooLarge") return new HttpError(413, error.message);
  if (error.kind === "NotShown") return new HttpError(403, error.message);
  return null;
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path).slice(1);
  } catch {
    return "";
  }
}
