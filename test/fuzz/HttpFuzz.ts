import { strict as assert } from "node:assert";
import { request } from "node:http";
import { OPEN_API } from "../../server/http/openApi.ts";
import { ROLES } from "../../shared/protocol/roles.ts";
import type { Random } from "../support/random.ts";
import { oddText, type Schema, spoiltValue, validValue } from "./schemaValues.ts";

interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required?: boolean;
  readonly schema: Schema;
}

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: { readonly type: string; readonly schema: Schema } | null;
  readonly statuses: ReadonlySet<number>;
}

interface Call {
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: Buffer | null;
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** What a caller has that is real: some of what is sent is. */
export interface Victim {
  readonly id: string;
  readonly token: Readonly<Record<string, string>>;
}

const longestAnswerMs = 60_000;
/** What Node's own reader of HTTP answers, before there is a call. */
const parserStatuses: ReadonlySet<number> = new Set([400, 431]);
const wrongMethods = ["PUT", "PATCH", "OPTIONS", "DELETE", "POST", "PROPFIND", "TRACE"];

/** Calls every operation of the public interface with what its own schema allows, and with what it does not. */
export class HttpFuzz {
  readonly #random: Random;
  readonly #url: URL;
  readonly #operations = operationsOf();
  readonly #hits = new Map<Operation, number>();
  #victim: Victim;
  #connection = "none";

  constructor(random: Random, url: string, victim: Victim) {
    this.#random = random;
    this.#url = new URL(url);
    this.#victim = victim;
  }

  /** Operations that nothing was sent to. */
  get untouched(): readonly string[] {
    const missing = this.#operations.filter((operation) => !this.#hits.has(operation));
    return missing.map(({ method, path }) => `${method} ${path}`);
  }

  /**
   * Sends so many calls to each operation. `renew` gives another victim where one of the calls has deleted the map.
   * @throws AssertionError that says which call got what answer.
   */
  async run(callsEach: number, renew: () => Promise<Victim>): Promise<void> {
    for (const operation of this.#operations) {
      for (let count = 0; count < callsEach; count++) {
        const call = this.#callOf(operation);
        const answer = await this.#send(call);
        this.#hits.set(operation, (this.#hits.get(operation) ?? 0) + 1);
        this.#check(operation, call, answer);
        const connection = /"connection":"([^"]+)"/.exec(answer.text)?.[1];
        if (connection) this.#connection = connection;
        const isGone =
          answer.status === 204 && call.method === "DELETE" && operation.path === "/api/maps/{id}";
        if (isGone) this.#victim = await renew();
      }
    }
  }

  #check(operation: Operation, call: Call, { status, type, text }: Answer): void {
    const about = `${call.method} ${call.path.slice(0, 200)} ${JSON.stringify(call.headers).slice(0, 300)} ${call.body?.toString().slice(0, 300) ?? ""} -> ${status}: ${text.slice(0, 300)}`;
    const isAsDocumented =
      call.method === operation.method && call.path.startsWith(operation.path.split("{")[0] ?? "");
    if (isAsDocumented) {
      const isKnown = operation.statuses.has(status) || parserStatuses.has(status) || status === 404;
      assert.ok(isKnown, `A status that is not documented: ${about}`);
    }
    assert.ok(status < 500 || (status === 503 && operation.statuses.has(503)), `The server failed: ${about}`);
    if (status < 400 || call.method === "HEAD" || (parserStatuses.has(status) && text === "")) return;
    if (!type.startsWith("application/json")) assert.fail(`An error that is no JSON: ${about}`);
    const { error } = JSON.parse(text) as { error?: { message?: unknown; path?: unknown } };
    assert.equal(typeof error?.message, "string", `An error that says nothing: ${about}`);
    assert.ok(["string", "undefined"].includes(typeof error?.path), `An odd place: ${about}`);
  }

  #callOf(operation: Operation): Call {
    const random = this.#random;
    const headers: Record<string, string> = {};
    let { path } = operation;
    const query = new URLSearchParams();
    for (const parameter of operation.parameters) {
      const value = random.chance(0.75) ? this.#realValue(parameter) : oddText(random);
      if (parameter.in === "path") path = path.replace(`{${parameter.name}}`, this.#encoded(value));
      else if (parameter.in === "query" && (parameter.required || random.chance(0.3)))
        query.append(parameter.name, value);
      else if (parameter.in === "header" && random.chance(0.9)) headers[parameter.name] = asHeader(value);
    }
    if (random.chance(0.05)) query.append(oddText(random), oddText(random));
    this.#addHeaders(headers);
    const { bytes, type } = this.#body(operation);
    if (bytes && random.chance(0.9)) headers["Content-Type"] = type;
    const search = query.size > 0 ? `?${query}` : "";
    const method = random.chance(0.05) ? random.pick(wrongMethods) : operation.method;
    return { method, path: `${path}${search}`, headers, body: bytes };
  }

  /** Something that means something to the server: then the call gets further. */
  #realValue({ name, schema }: Parameter): string {
    if (name === "id") return this.#victim.id;
    if (name === "Plumbline-Connection") return this.#connection;
    // Whoever waits for a minute has not been left hanging: nobody asks for it here.
    if (name === "wait") return "0";
    return String(validValue(schema, this.#random));
  }

  #encoded(value: string): string {
    if (this.#random.chance(0.2)) return "%zz%00%ff";
    try {
      return encodeURIComponent(value);
    } catch {
      return "%ed%a0%80";
    }
  }

  #addHeaders(headers: Record<string, string>): void {
    const random = this.#random;
    const token = this.#victim.token[random.pick(ROLES)] ?? "";
    const schemes = [`Bearer ${token}`, `Bearer ${token}`, `Bearer ${token}x`, token, "Basic eDp5", "Bearer"];
    if (random.chance(0.85)) headers.Authorization = random.pick(schemes);
    if (random.chance(0.05)) headers.Cookie = `plumbline=${asHeader(oddText(random))}; =; ;;; a=b=c`;
    if (random.chance(0.05)) headers.Origin = random.pick(["null", "https://elsewhere.example", "::"]);
    if (random.chance(0.05)) headers["X-Forwarded-For"] = random.pick(["", "::1, , x", "999.1.1.1"]);
    if (random.chance(0.05)) headers["Accept-Encoding"] = random.pick(["gzip;q=2", "*;q=0", ",,,"]);
    if (random.chance(0.03)) headers["X-Noise"] = "n".repeat(random.below(20_000));
    if (random.chance(0.05)) headers["If-None-Match"] = '"", W/"x", *';
    if (random.chance(0.05)) headers["Content-Encoding"] = random.pick(["gzip", "br", "none"]);
  }

  #body({ body, method }: Operation): { bytes: Buffer | null; type: string } {
    const random = this.#random;
    if (!body) {
      const isEmpty = method === "GET" || random.chance(0.8);
      return { bytes: isEmpty ? null : Buffer.from("{}"), type: "application/json" };
    }
    const type = random.chance(0.85)
      ? body.type
      : random.pick(["text/plain", "multipart/form-data", "x", ""]);
    const valid = validValue(body.schema, random);
    const value = random.chance(0.5) ? valid : spoiltValue(valid, random);
    const text = Buffer.from(
      body.type === "application/json" ? JSON.stringify(value) : (JSON.stringify(value) ?? ""),
    );
    return { bytes: this.#brokenText(text), type };
  }

  #brokenText(text: Buffer): Buffer {
    const random = this.#random;
    const at = random.below(text.length + 1);
    switch (random.below(10)) {
      case 0:
        return text.subarray(0, at);
      case 1:
        return Buffer.concat([
          text.subarray(0, at),
          Buffer.from([0xff, 0xc0, 0x80, 0xed]),
          text.subarray(at),
        ]);
      case 2:
        return Buffer.concat([Buffer.from('{"title":1,"title":"x","role":"owner",'), text.subarray(1)]);
      case 3:
        return Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), text]);
      case 4:
        return Buffer.from(`${'{"map":'.repeat(this.#random.below(50_000))}1`);
      default:
        return text;
    }
  }

  #send({ method, path, headers, body }: Call): Promise<Answer> {
    const { hostname, port } = this.#url;
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`${method} ${path} hangs`)), longestAnswerMs);
      const call = request({ hostname, port, method, path, headers, agent: false }, (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("error", reject);
        response.on("end", () => {
          clearTimeout(late);
          const type = response.headers["content-type"] ?? "";
          resolve({ status: response.statusCode ?? 0, type, text: Buffer.concat(parts).toString() });
        });
      });
      call.on("error", (error) => reject(new Error(`${method} ${path.slice(0, 200)}`, { cause: error })));
      call.end(body ?? undefined);
    });
  }
}

function operationsOf(): readonly Operation[] {
  type Described = {
    readonly parameters?: readonly Parameter[];
    readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
    readonly responses: Readonly<Record<string, unknown>>;
  };
  const paths = OPEN_API.paths as unknown as Readonly<Record<string, Readonly<Record<string, Described>>>>;
  return Object.entries(paths).flatMap(([path, { parameters, ...operations }]) =>
    Object.entries(operations).map(([method, described]) => {
      const [content] = Object.entries(described.requestBody?.content ?? {});
      const shared = (parameters ?? []) as unknown as readonly Parameter[];
      return {
        method: method.toUpperCase(),
        path,
        parameters: [...shared, ...(described.parameters ?? [])],
        body: content ? { type: content[0], schema: content[1].schema } : null,
        statuses: new Set(Object.keys(described.responses).map(Number)),
      };
    }),
  );
}

/** Node refuses to send what no header may hold. */
function asHeader(value: string): string {
  return value.replace(/[^\t\x20-\x7e]/g, "?");
}
