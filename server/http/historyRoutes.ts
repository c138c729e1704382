import { type Context, Hono } from "hono";
import type { HistoryAnswer, HistoryCheckpoint } from "../../shared/history/HistoryAnswer.ts";
import { LIMITS } from "../../shared/protocol/limits.ts";
import { AddressLimiter } from "../access/AddressLimiter.ts";
import { shownName } from "../access/SignedInPerson.ts";
import type { CheckpointRow } from "../storage/history/HistoryStore.ts";
import { callerOf, type KnownCaller } from "./callerOf.ts";
import { HttpError } from "./HttpError.ts";
import { type PersonOf, personIn } from "./personIn.ts";
import { readBody } from "./readBody.ts";
import { type Fields, readFields, textField } from "./requestFields.ts";
import type { Environment, Services } from "./Services.ts";
import { checkPace } from "./TooManyRequests.ts";
import { within } from "./within.ts";

const defaultEntries = 50;
/** How long a caller waits for a store that cannot take what was received. */
const longestSaveMs = 5_000;

/** Who did what on a map, how it stood at any moment, and the moments that are kept. */
export function historyRoutes(services: Services): Hono<Environment> {
  const { access, door, history, rooms, security } = services;
  const routes = new Hono<Environment>();
  const reading = new AddressLimiter(LIMITS.exportsPerSecond, LIMITS.exportsBurst);

  routes.get("/:id/history", async (context) => {
    const id = context.req.param("id");
    await readerOf(context, id);
    const before = wholeNumber(context, "before", Number.MAX_SAFE_INTEGER);
    const limit = wholeNumber(context, "limit", LIMITS.historyPageEntries, defaultEntries);
    await saved(id);
    const page = await history.readPage(id, before, limit);
    const personOf = personIn(page.people, await access.listLinks(id));
    const answer: HistoryAnswer = {
      entries: page.entries
        .filter(({ lines }) => lines.length > 0)
        .map(({ moment, at, person, lines }) => ({
          moment,
          at: isoTime(at),
          person: personOf(person),
          lines,
        })),
      checkpoints: page.checkpoints.map((checkpoint) => publicCheckpoint(checkpoint, personOf)),
      next: page.next,
    };
    return context.json(answer);
  });

  routes.get("/:id/history/:moment", async (context) => {
    const { id, moment } = context.req.param();
    const by = await readerOf(context, id);
    if (!/^\d{1,15}$/.test(moment)) throw new HttpError(400, "A moment is a whole number.", "moment");
    await saved(id);
    const found = await history.mapFileAt(id, Number(moment));
    if (found.kind === "unknown")
      throw new HttpError(404, "There is no such moment in the history of this map.");
    if (found.kind === "lost")
      throw new HttpError(404, "The history of this map does not reach back to this moment any more.");
    const address = door.addressOf(context.env.incoming);
    security.noteOnce({ kind: "exported", mapId: id, by, detail: "moment", address });
    return new Response(found.file, { headers: { "Content-Type": "application/json" } });
  });

  routes.post("/:id/checkpoints", async (context) => {
    const id = context.req.param("id");
    const { link, person } = await readerOf(context, id);
    const fields = await fieldsOf(context, ["name", "by"]);
    const name = checkpointName(fields);
    const by = { link: link.id, ...(person ? shownName(person) : namedBy(fields.by)) };
    await saved(id);
    const made = await history.nameCheckpoint(id, name, by);
    if (!made) {
      const most = LIMITS.namedCheckpoints;
      throw new HttpError(400, `A map has at most ${most} named checkpoints. Let one go first.`, "name");
    }
    const personOf = personIn([made.person], [link]);
    return context.json(publicCheckpoint(made.row, personOf), 201);
  });

  routes.patch("/:id/checkpoints/:checkpoint", async (context) => {
    const { id, checkpoint } = context.req.param();
    await callerOf(services, context, id, "owner");
    const name = checkpointName(await fieldsOf(context, ["name"]));
    if (!(await history.renameCheckpoint(id, checkpoint, name))) throw noSuchCheckpoint();
    return context.body(null, 204);
  });

  routes.delete("/:id/checkpoints/:checkpoint", async (context) => {
    const { id, checkpoint } = context.req.param();
    await callerOf(services, context, id, "owner");
    if (!(await history.removeCheckpoint(id, checkpoint))) throw noSuchCheckpoint();
    return context.body(null, 204);
  });

  routes.post("/:id/erasures", async (context) => {
    const id = context.req.param("id");
    const by = await callerOf(services, context, id, "owner");
    const fields = await fieldsOf(context, ["name", "organisation"]);
    const name = textField(fields, "name");
    if (name === "") throw new HttpError(400, 'The field "name" must not be empty.', "name");
    const organisation = fields.organisation === undefined ? null : textField(fields, "organisation");
    await rooms.eraseName(id, name, organisation);
    await saved(id);
    const erased = await history.erase(id, name, organisation);
    await access.eraseRemovedName(id, name);
    security.note({ kind: "erased", mapId: id, by, address: door.addressOf(context.env.incoming) });
    return context.json({ erased });
  });

  /** Somebody who may see the history, not faster than the thread for it can take. @throws HttpError, TooManyTries as `callerOf`; TooManyRequests */
  async function readerOf(context: Context<Environment>, id: string): Promise<KnownCaller> {
    const address = door.addressOf(context.env.incoming);
    checkPace(reading.take(address), "Too much is asked for at once. Try again in a moment.");
    return callerOf(services, context, id, "editor");
  }

  /** What is acknowledged, and more, is in the store when this resolves. @throws HttpError 503 */
  async function saved(id: string): Promise<void> {
    if (await within(rooms.saveNow(id), longestSaveMs)) return;
    throw new HttpError(503, "The server cannot save changes at the moment. Try again later.");
  }

  return routes;
}

async function fieldsOf(context: Context<Environment>, known: readonly string[]): Promise<Fields> {
  return readFields(await readBody(context.env.incoming, LIMITS.requestBodyBytes), known);
}

/** @throws HttpError 400 */
function checkpointName(fields: Fields): string {
  const name = textField(fields, "name").trim();
  const most = LIMITS.checkpointNameCharacters;
  if (name !== "" && name.length <= most) return name;
  throw new HttpError(400, `The field "name" must be a text of 1 to ${most} characters.`, "name");
}

/** @throws HttpError 400 */
function namedBy(by: unknown): { readonly name: string; readonly organisation: string } {
  if (by === undefined) return { name: "", organisation: "" };
  const isObject = typeof by === "object" && by !== null && !Array.isArray(by);
  const { name = "", organisation = "" } = (isObject ? by : {}) as Readonly<Record<string, unknown>>;
  const isName = (text: unknown): text is string =>
    typeof text === "string" && text.length <= LIMITS.presenceNameCharacters;
  if (isObject && isName(name) && isName(organisation)) return { name, organisation };
  const most = LIMITS.presenceNameCharacters;
  throw new HttpError(
    400,
    `The field "by" must hold a name and an organisation of at most ${most} characters.`,
    "by",
  );
}

function publicCheckpoint(checkpoint: CheckpointRow, personOf: PersonOf): HistoryCheckpoint {
  const { id, ref, at, name, kind, person } = checkpoint;
  return {
    id,
    moment: ref,
    at: isoTime(at),
    name,
    kind,
    person: kind === "named" ? personOf(person) : null,
  };
}

/** @throws HttpError 400 where the parameter is no whole number from 1 to `most`. */
function wholeNumber(
  context: Context<Environment>,
  name: string,
  most: number,
  absent: number = most,
): number {
  const text = context.req.query(name);
  if (text === undefined) return absent;
  const number = /^\d{1,16}$/.test(text) ? Number(text) : 0;
  if (number >= 1 && number <= most) return number;
  const range = most === Number.MAX_SAFE_INTEGER ? "from 1 on" : `from 1 to ${most}`;
  throw new HttpError(400, `The parameter "${name}" must be a whole number ${range}.`, name);
}

function noSuchCheckpoint(): HttpError {
  return new HttpError(404, "There is no such checkpoint that somebody has named.");
}

function isoTime(at: number): string {
  return new Date(at).toISOString();
}
