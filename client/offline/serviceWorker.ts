import { howToAnswer } from "./howToAnswer.ts";

/** Events that last until a promise is settled; the types of the page know them not. */
interface LastingEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEvent extends LastingEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

/** What a service worker knows of itself. */
interface ServiceWorkerScope {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { matchAll(options: { readonly type: "window" }): Promise<readonly unknown[]> };
  skipWaiting(): Promise<void>;
}
const scope = self as unknown as ServiceWorkerScope;

/** What the build puts in here: its version, and the files that a page needs to be whole without a network. */
const build = JSON.parse("__PLUMBLINE_BUILD__") as {
  readonly version: string;
  /** The script that the page of this build starts with. */
  readonly start: string;
  readonly files: readonly string[];
};

const cachePrefix = "plumbline-page-";
const cacheName = `${cachePrefix}${build.version}`;
const page = "/";
/** A page that takes longer than this comes from the device. */
const patienceMs = 3_000;
/** What the service worker of one build says to that of the next one. */
const takeOver = "take over";
/** What a proxy answers for a server that is away. */
const awayStatuses: readonly number[] = [502, 503, 504];

self.addEventListener("install", (event) => (event as LastingEvent).waitUntil(keepBuild()));
// It takes over when no tab of the build before is left: until then those find their files in the cache of theirs.
self.addEventListener("message", ({ data }) => {
  if (data === takeOver) void scope.skipWaiting();
});
self.addEventListener("activate", (event) => (event as LastingEvent).waitUntil(dropOtherBuilds()));
self.addEventListener("fetch", (event) => {
  const asked = event as FetchEvent;
  const how = howToAnswer(asked.request, location.origin);
  if (how === "page") asked.respondWith(answerPage(asked.request));
  if (how === "build-file") asked.respondWith(answerBuildFile(asked.request));
});

/** All or nothing: where the server has gone on to another build meanwhile, that one brings a service worker of its own. */
async function keepBuild(): Promise<void> {
  const answer = await fetch(page, { cache: "no-cache" });
  if (!answer.ok || !(await answer.clone().text()).includes(build.start))
    throw new Error("The page is not of this build.");
  const cache = await caches.open(cacheName);
  await cache.addAll(build.files);
  await cache.put(page, answer);
}

async function dropOtherBuilds(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(cachePrefix) && name !== cacheName);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** The server's page where it comes soon, else the one of the build that is kept: with the files of the same build. */
async function answerPage(request: Request): Promise<Response> {
  const kept = async () => (await caches.open(cacheName)).match(page, { ignoreVary: true });
  const coming = fetch(request);
  try {
    const answer = await Promise.race([coming, afterPatience()]);
    if (answer !== undefined && !awayStatuses.includes(answer.status)) {
      void handOver();
      return answer;
    }
    return (await kept()) ?? (await coming);
  } catch (problem) {
    const answer = await kept();
    if (answer === undefined) throw problem;
    return answer;
  } finally {
    coming.catch(() => undefined);
  }
}

/** Where the only tab is just loading the server's page, the build before is done with. The browser by itself would wait until it is closed. */
async function handOver(): Promise<void> {
  const { waiting } = scope.registration;
  if (waiting !== null && (await scope.clients.matchAll({ type: "window" })).length < 2)
    waiting.postMessage(takeOver);
}

/** Their names hold a hash of what is in them: a file that is here is the right one. Fonts for rarer scripts are kept when first used. */
async function answerBuildFile(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(request, { ignoreVary: true });
  if (kept !== undefined) return kept;
  const answer = await fetch(request);
  const isOfAnyBuild = new URL(request.url).pathname.startsWith("/assets/");
  if (answer.ok && isOfAnyBuild) await cache.put(request, answer.clone()).catch(() => undefined);
  return answer;
}

function afterPatience(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), patienceMs));
}
