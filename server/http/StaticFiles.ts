import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

const gzipAsync = promisify(gzip);

const typeByEnding: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml; charset=utf-8",
  ".ttf": "font/ttf",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};
const compressible = new Set([
  ".css",
  ".html",
  ".js",
  ".json",
  ".map",
  ".svg",
  ".ttf",
  ".txt",
  ".webmanifest",
]);

interface StaticFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly zipped: Uint8Array<ArrayBuffer> | null;
}

/** The files of the built page, read when first asked for and kept. Only what the folder lists can be asked for. */
export class StaticFiles {
  readonly #folder: string;
  readonly #files = new Map<string, Promise<StaticFile>>();
  #names: ReadonlySet<string> | null = null;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The answer with this file, such as `assets/index-1a2b.js`; `null` where there is none. */
  async answer(name: string, acceptsGzip: boolean): Promise<Response | null> {
    this.#names ??= await this.#list();
    if (!this.#names.has(name)) return null;
    const file = this.#files.get(name) ?? this.#read(name);
    this.#files.set(name, file);
    const { bytes, zipped } = await file;
    const headers = new Headers({
      "Content-Type": typeByEnding[extname(name)] ?? "application/octet-stream",
      // The name of a file in `assets` holds a hash of its content; all others may change with the next version.
      "Cache-Control": name.startsWith("assets/") ? "public, max-age=31536000, immutable" : "no-cache",
      Vary: "Accept-Encoding",
    });
    if (!zipped || !acceptsGzip) return new Response(bytes, { headers });
    headers.set("Content-Encoding", "gzip");
    return new Response(zipped, { headers });
  }

  async #list(): Promise<ReadonlySet<string>> {
    try {
      const entries = await readdir(this.#folder, { recursive: true, withFileTypes: true });
      const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith("."));
      return new Set(files.map((entry) => relativeName(this.#folder, join(entry.parentPath, entry.name))));
    } catch {
      return new Set();
    }
  }

  async #read(name: string): Promise<StaticFile> {
    const bytes = new Uint8Array(await readFile(join(this.#folder, name)));
    return { bytes, zipped: compressible.has(extname(name)) ? new Uint8Array(await gzipAsync(bytes)) : null };
  }
}

function relativeName(folder: string, path: string): string {
  return path.slice(folder.length).replaceAll("\\", "/").replace(/^\/+/, "");
}
