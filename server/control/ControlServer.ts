import { createReadStream, createWriteStream } from "node:fs";
import { chmod, rm, stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import type { ServerParts } from "../ServerParts.ts";
import type { StoreCopies } from "../storage/Storage.ts";
import { StoreError } from "../storage/StoreError.ts";
import { removeDatabase } from "../storage/sqlite/storeCopies.ts";
import { allMaps } from "./allMaps.ts";
import { controlAddress } from "./controlAddress.ts";
import type { ControlLine, MapsAnswer } from "./messages.ts";
import { restoreRunning } from "./restoreRunning.ts";
import { unfinishedFile } from "./unfinished.ts";

/**
 * Where a running server listens for its operator: HTTP on a socket that only the account of the server can open. Backups and
 * restores go through it as bytes, so that neither side has to see the other's folders.
 */
export class ControlServer {
  readonly #parts: ServerParts;
  readonly #copies: StoreCopies;
  readonly #folder: string;
  readonly #server: Server;
  #running: Promise<void> | null = null;

  constructor(parts: ServerParts, copies: StoreCopies, folder: string) {
    this.#parts = parts;
    this.#copies = copies;
    this.#folder = folder;
    // A large backup takes as long as it takes.
    this.#server = createServer({ requestTimeout: 0 }, (request, response) =>
      this.#answer(request, response),
    );
  }

  /** Begins to listen. The caller holds the folder: a socket that lies there is one that was left. */
  async listen(): Promise<void> {
    const address = controlAddress(this.#folder);
    if (address === null) throw new StoreError("The path of the data folder is too long for a socket.");
    const isFile = process.platform !== "win32";
    if (isFile) await rm(address, { force: true });
    await new Promise<void>((resolve, reject) => {
      this.#server.once("error", reject);
      this.#server.listen(address, () => {
        this.#server.off("error", reject);
        resolve();
      });
    });
    if (isFile) await chmod(address, 0o600);
  }

  /** Takes no more work, and waits for what runs. */
  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    await this.#running;
    this.#server.closeAllConnections();
    await closed;
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
    const call = `${request.method} ${pathname}`;
    if (call === "GET /maps") void this.#maps(response);
    else if (call === "GET /backup") this.#work(response, () => this.#backup(response));
    else if (call === "PUT /restore") {
      const name = searchParams.get("name") ?? "The backup";
      this.#work(response, () => this.#restore(request, response, name));
      // What is not read, since other work runs, is thrown away: only then does the caller read why.
      if (request.readableFlowing === null) request.resume();
    } else response.writeHead(404).end();
  }

  /** One piece of work at a time; what goes wrong is the last line. */
  #work(response: ServerResponse, work: () => Promise<void>): void {
    response.writeHead(200, { "Content-Type": "application/octet-stream" });
    if (this.#running) {
      say(response, { error: "Another backup or restore is running. Wait for it to end." });
      response.end();
      return;
    }
    this.#running = work()
      .catch((error: unknown) => {
        const isOurs = error instanceof StoreError;
        if (!isOurs) this.#parts.log.error({ err: error }, "Work for the operator failed.");
        const reason = error instanceof Error ? error.message : String(error);
        if (!response.writableEnded) say(response, { error: reason });
      })
      .finally(() => {
        this.#running = null;
        response.end();
      });
  }

  async #backup(response: ServerResponse): Promise<void> {
    const { log, metrics } = this.#parts;
    const copy = unfinishedFile(this.#folder);
    const startedMs = performance.now();
    try {
      const step = "Copying the store";
      say(response, { step });
      await this.#copies.copyTo(copy, (doneBytes, allBytes) => say(response, { step, doneBytes, allBytes }));
      const { size: bytes } = await stat(copy);
      say(response, { bytes });
      await pipeline(createReadStream(copy), response);
      metrics.backupWasMade();
      const seconds = Math.round((performance.now() - startedMs) / 100) / 10;
      log.info({ bytes, seconds }, "A backup was handed over.");
    } finally {
      await removeDatabase(copy);
    }
  }

  async #restore(request: IncomingMessage, response: ServerResponse, name: string): Promise<void> {
    const incoming = unfinishedFile(this.#folder);
    let step = "Taking in the backup";
    try {
      await pipeline(request, createWriteStream(incoming, { mode: 0o600 }));
      const aside = await restoreRunning({
        parts: this.#parts,
        copies: this.#copies,
        folder: this.#folder,
        incoming,
        name,
        onStep: (next) => {
          step = next;
          say(response, { step });
        },
        onProgress: (doneBytes, allBytes) => say(response, { step, doneBytes, allBytes }),
        isStillWanted: () => !response.destroyed,
      });
      say(response, { aside });
    } finally {
      await removeDatabase(incoming);
    }
  }

  async #maps(response: ServerResponse): Promise<void> {
    const { settings, storage } = this.#parts;
    try {
      const answer: MapsAnswer = {
        retentionDays: settings.retentionDays,
        maps: await allMaps(storage.access),
      };
      response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(answer));
    } catch (error) {
      response.writeHead(503).end(error instanceof Error ? error.message : "");
    }
  }
}

function say(response: ServerResponse, line: ControlLine): void {
  response.write(`${JSON.stringify(line)}\n`);
}
