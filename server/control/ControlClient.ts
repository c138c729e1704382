import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { type IncomingMessage, request } from "node:http";
import { pipeline } from "node:stream/promises";
import { StoreError } from "../storage/StoreError.ts";
import { controlAddress } from "./controlAddress.ts";
import { LineReader } from "./LineReader.ts";
import type { ControlLine, MapsAnswer } from "./messages.ts";

type Result = Extract<ControlLine, { bytes: number } | { aside: string }>;
type Step = Extract<ControlLine, { step: string }>;

/** Told of the steps of long work. */
export type OnStep = (step: Step) => void;

/** Talks to the running server of a data folder. Every call throws a `StoreError` with what the server says. */
export class ControlClient {
  readonly #address: string;

  private constructor(address: string) {
    this.#address = address;
  }

  /** `null` where no server of this folder can be reached. @throws StoreError where one is there that this account may not talk to. */
  static async find(folder: string): Promise<ControlClient | null> {
    const address = controlAddress(folder);
    if (address === null) return null;
    const client = new ControlClient(address);
    try {
      (await client.#ask("GET", "/")).resume();
      return client;
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : undefined;
      if (code === "EACCES" || code === "EPERM") {
        throw new StoreError(
          `The server of ${folder} runs under another account: use that account, or the superuser's.`,
        );
      }
      return null;
    }
  }

  /** The bytes of a backup, and how many there will be. */
  async backup(onStep: OnStep): Promise<{ bytes: number; content: AsyncIterable<Uint8Array> }> {
    const reader = new LineReader(await this.#ask("GET", "/backup"));
    const result = await readResult(reader, onStep);
    if (!("bytes" in result)) throw new StoreError("The server's answer cannot be understood.");
    return { bytes: result.bytes, content: reader.bytes() };
  }

  /** Restores a file. Answers with the name of the file, in the data folder, where the store of before is kept. */
  async restore(file: string, name: string, onStep: OnStep): Promise<string> {
    const { size } = await stat(file);
    const path = `/restore?name=${encodeURIComponent(name)}`;
    const reader = new LineReader(await this.#ask("PUT", path, { file, size }));
    const result = await readResult(reader, onStep);
    if (!("aside" in result)) throw new StoreError("The server's answer cannot be understood.");
    return result.aside;
  }

  async maps(): Promise<MapsAnswer> {
    const response = await this.#ask("GET", "/maps");
    const parts: Uint8Array[] = [];
    for await (const part of response as AsyncIterable<Uint8Array>) parts.push(part);
    const text = Buffer.concat(parts).toString("utf8");
    if (response.statusCode !== 200) throw new StoreError(`The server cannot list its maps: ${text}`);
    return JSON.parse(text) as MapsAnswer;
  }

  #ask(method: string, path: string, body?: { file: string; size: number }): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const headers = body ? { "Content-Length": body.size } : {};
      // A connection of its own: one that is kept would keep the command from ending.
      const call = request({ socketPath: this.#address, method, path, headers, agent: false }, resolve);
      call.once("error", reject);
      if (!body) call.end();
      // Where the server refuses early, its answer says why.
      else pipeline(createReadStream(body.file), call).catch(() => {});
    });
  }
}

async function readResult(reader: LineReader, onStep: OnStep): Promise<Result> {
  try {
    for (let text = await reader.line(); text !== null; text = await reader.line()) {
      const line = JSON.parse(text) as ControlLine;
      if ("error" in line) throw new StoreError(line.error);
      if (!("step" in line)) return line;
      onStep(line);
    }
  } catch (error) {
    if (error instanceof StoreError) throw error;
  }
  throw new StoreError("The server has gone in the middle of it. Its log says why.");
}
