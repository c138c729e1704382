import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const developmentApi = `http://127.0.0.1:${process.env.PORT ?? "8080"}`;

/** What is started by name: the server, the command line, and each thread of the server. */
const SERVER_ENTRIES = {
  main: here("server/main.ts"),
  cli: here("server/cli/main.ts"),
  sqliteWorker: here("server/storage/sqlite/sqliteWorker.ts"),
  jobWorker: here("server/jobs/jobWorker.ts"),
};

/**
 * `vite build` makes the page (`dist/client`), `vite build --ssr` the server and the command line (`dist/server`: flat, so that a
 * worker is found beside whichever file starts it; packages with native parts, and those that are shipped as one file anyway, stay in node_modules).
 */
export default defineConfig(({ isSsrBuild }) => ({
  root: here(isSsrBuild ? "." : "client"),
  publicDir: isSsrBuild ? false : here("client/public"),
  plugins: isSsrBuild ? [] : [react()],
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
      },
}));
