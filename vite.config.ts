import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { PageChunks } from "./scripts/pageChunks.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const developmentApi = `http://127.0.0.1:${process.env.PORT ?? "8080"}`;

/** What is started by name: the server, the command line, and each thread of the server. */
const SERVER_ENTRIES = {
  main: here("server/main.ts"),
  cli: here("server/cli/main.ts"),
  sqliteWorker: here("server/storage/sqlite/sqliteWorker.ts"),
  jobWorker: here("server/jobs/jobWorker.ts"),
  copyWorker: here("server/storage/sqlite/copyWorker.ts"),
};

const SERVICE_WORKER = "serviceWorker";
/** Replaced in the service worker, quotes and all, by what the build consists of. */
const BUILD_MARK = /["'`]__PLUMBLINE_BUILD__["'`]/;
/**
 * Fonts for other scripts than the Latin one, and for browsers that know no WOFF2, are kept when they are first used; so is what
 * lays maps out, which weighs as much as all the rest.
 */
const KEPT_FROM_THE_START = /(?<!\/tidyWorker-[^/]*)\.(js|css)$|-latin-\d.*\.woff2$/;

/** Tells the service worker which files are this build: a changed file is another version of it. */
function buildInServiceWorker(): Plugin {
  return {
    name: "build-in-service-worker",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const worker = Object.values(bundle).find(
          (output) => output.type === "chunk" && output.name === SERVICE_WORKER,
        );
        const page = bundle["index.html"];
        const start = Object.values(bundle).find(
          (output) => output.type === "chunk" && output.isEntry && output.name === "index",
        );
        if (worker?.type !== "chunk" || page?.type !== "asset" || start === undefined)
          throw new Error("The page is not complete.");
        const names = Object.keys(bundle).filter((name) => name.startsWith("assets/"));
        const files = names.filter((name) => KEPT_FROM_THE_START.test(name)).map((name) => `/${name}`);
        const version = createHash("sha256")
          .update(JSON.stringify(names.sort()))
          .update(page.source)
          .update(worker.code)
          .digest("hex")
          .slice(0, 16);
        const build = JSON.stringify({
          version,
          start: `/${start.fileName}`,
          files: [...files.sort(), "/favicon.svg"],
        });
        if (!BUILD_MARK.test(worker.code)) throw new Error("The service worker has no place for the build.");
        worker.code = worker.code.replace(BUILD_MARK, () => JSON.stringify(build));
      },
    },
  };
}

/** See {@link PageChunks}. The bundler asks anew for every build. */
function chunkOfPage() {
  const chunks = new WeakMap<object, PageChunks>();
  return (id: string, modules: ConstructorParameters<typeof PageChunks>[0]) => {
    const known = chunks.get(modules) ?? new PageChunks(modules);
    chunks.set(modules, known);
    return known.nameFor(id);
  };
}

/** The first module knows whether light or dark was chosen: nothing is painted before it has said so. (Vite drops the attribute if it stands in the page.) */
function paintAfterFirstModule(): Plugin {
  return {
    name: "paint-after-first-module",
    transformIndexHtml: {
      order: "post",
      handler: (page) => page.replace('<script type="module"', '<script type="module" blocking="render"'),
    },
  };
}

/**
 * `vite build` makes the page (`dist/client`), `vite build --ssr` the server and the command line (`dist/server`: flat, so that a
 * worker is found beside whichever file starts it; packages with native parts, and those that are shipped as one file anyway, stay in node_modules).
 */
export default defineConfig(({ isSsrBuild }) => ({
  root: here(isSsrBuild ? "." : "client"),
  publicDir: isSsrBuild ? false : here("client/public"),
  plugins: isSsrBuild ? [] : [react(), paintAfterFirstModule(), buildInServiceWorker()],
  resolve: { alias: isSsrBuild ? {} : { "d3-color": here("client/canvas/noColours.ts") } },
  // Packages made of many small files cost a resting server a fifth of its memory when each is loaded by itself.
  ssr: { noExternal: ["kysely", "yjs", "lib0", "zod", "hono", "@hono/node-server", "y-protocols"] },
  // `vite`, for development: the page with hot reload, everything else from a running server.
  server: {
    host: "127.0.0.1",
    proxy: { "/api": developmentApi, "/sync": { target: developmentApi, ws: true } },
  },
  build: isSsrBuild
    ? {
        outDir: here("dist/server"),
        emptyOutDir: true,
        ssr: true,
        target: "node20",
        sourcemap: true,
        copyPublicDir: false,
        rolldownOptions: {
          input: SERVER_ENTRIES,
          output: { entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
        },
      }
    : {
        outDir: here("dist/client"),
        emptyOutDir: true,
        target: "es2022",
        // The content-security policy allows no inline font or script.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        rolldownOptions: {
          input: {
            index: here("client/index.html"),
            [SERVICE_WORKER]: here("client/offline/serviceWorker.ts"),
          },
          // Its address is always the same, and whatever lies at `/` may answer for the whole site.
          output: {
            entryFileNames: ({ name }) =>
              name === SERVICE_WORKER ? `${SERVICE_WORKER}.js` : "assets/[name]-[hash].js",
            codeSplitting: { groups: [{ name: chunkOfPage() }], includeDependenciesRecursively: false },
          },
        },
      },
}));
