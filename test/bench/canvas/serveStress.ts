import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { build, preview } from "vite";

const root = fileURLToPath(new URL("./stress", import.meta.url));

/** Builds the page of plain nodes for production into a folder and serves it. */
export async function serveStress(folder: string): Promise<{ address: string; stop(): Promise<void> }> {
  const shared = { configFile: false, root, logLevel: "error" } as const;
  await build({ ...shared, plugins: [react()], build: { outDir: folder, emptyOutDir: true } });
  const server = await preview({
    ...shared,
    build: { outDir: folder },
    preview: { host: "127.0.0.1", port: 0 },
  });
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new Error("The page of plain nodes has no address.");
  return { address, stop: () => server.close() };
}
